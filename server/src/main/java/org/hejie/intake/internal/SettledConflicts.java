package org.hejie.intake.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hejie.document.Documents;
import org.hejie.document.FileId;
import org.hejie.document.NewFile;
import org.hejie.intake.Conflicts;
import org.hejie.intake.Settlement;
import org.hejie.intake.Settlement.Outcome;
import org.hejie.intake.Submission;
import org.hejie.intake.SubmissionFile;
import org.hejie.intake.SubmissionFile.KnownMatter;
import org.hejie.intake.SubmissionFile.Settled;
import org.hejie.intake.SubmissionId;
import org.hejie.intake.SubmissionList;
import org.hejie.intake.SubmissionRow;
import org.hejie.intake.SubmissionState;
import org.hejie.intake.internal.ConflictRows.Row;
import org.hejie.intake.internal.Drafts.Draft;
import org.hejie.matter.Act;
import org.hejie.matter.Act.Attachment;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.Matters;
import org.hejie.matter.Matters.Standing;
import org.hejie.matter.Registered;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Settles conflicts: one transaction for the decision and what follows from it. */
@Service
class SettledConflicts implements Conflicts {

    private final ConflictRows rows;
    private final SubmissionList list;
    private final SubmissionContent content;
    private final Drafts drafts;
    private final Tellings tellings;
    private final Matters matters;
    private final Documents documents;
    private final StaffDirectory staff;
    private final AuditLog audit;
    private final Clock clock;

    SettledConflicts(ConflictRows rows, SubmissionList list, SubmissionContent content, Drafts drafts, Tellings tellings,
            Matters matters, Documents documents, StaffDirectory staff, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.list = list;
        this.content = content;
        this.drafts = drafts;
        this.tellings = tellings;
        this.matters = matters;
        this.documents = documents;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SubmissionFile> file(SubmissionId id) {
        return rows.find(id).flatMap(row -> list.find(id).map(submission -> file(row, submission)));
    }

    private SubmissionFile file(Row row, SubmissionRow submission) {
        Optional<MatterDetail> known = rows.known(row.id()).flatMap(matters::detail);
        return new SubmissionFile(submission,
                row.reading() == null ? null : tellings.of(content.openReading(row.id(), row.reading())),
                known.map(this::known).orElse(null), list.conflictsOf(row.id()), settled(row), outcomes(row, known));
    }

    private KnownMatter known(MatterDetail matter) {
        return new KnownMatter(matter.id(), matter.code(), matter.status(), tellings.of(matter));
    }

    private @Nullable Settled settled(Row row) {
        if (row.settledAt() == null || row.settledBy() == null) {
            return null;
        }
        Outcome outcome = switch (row.state()) {
            case ADDED -> Outcome.ADD;
            case REFUSED -> Outcome.REFUSE;
            case RECEIVED, REGISTERED, CONFLICT, WITHDRAWN -> Outcome.REGISTER;
        };
        return new Settled(outcome, row.reason(), row.settledAt(), row.settledBy(),
                staff.displayName(new StaffId(row.settledBy())).orElse(null));
    }

    private List<Outcome> outcomes(Row row, Optional<MatterDetail> known) {
        Actor actor = Actors.current();
        if (row.state() != SubmissionState.CONFLICT || actor.staffId().isEmpty() || !actor.may(Permission.MATTER_REGISTER)) {
            return List.of();
        }
        List<Outcome> open = new ArrayList<>();
        if (row.reading() != null) {
            if (known.stream().flatMap(matter -> matter.actions().stream()).anyMatch(offer -> offer.allowed()
                    && offer.action().equals(MatterAction.ADD_MATERIAL.name()))) {
                open.add(Outcome.ADD);
            }
            open.add(Outcome.REGISTER);
        }
        open.add(Outcome.REFUSE);
        return open;
    }

    @Override
    @Transactional
    public SubmissionFile settle(SubmissionId id, Settlement settlement) {
        Actor actor = Actors.current();
        actor.require(Permission.MATTER_REGISTER);
        long by = actor.staffId().orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN)).value();
        Row row = rows.lock(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        if (row.state() != SubmissionState.CONFLICT) {
            throw Problem.of(ProblemType.WRONG_STATE, "SUBMISSION_SETTLED");
        }
        switch (settlement.outcome()) {
            case ADD -> {
                Standing matter = add(row, settlement, actor);
                rows.settle(id, SubmissionState.ADDED, matter.id(), matter.code().value(), settlement, by, clock.instant());
            }
            case REGISTER -> {
                Registered matter = register(row);
                rows.settle(id, SubmissionState.REGISTERED, matter.id(), matter.code().value(), settlement, by, clock.instant());
            }
            case REFUSE -> rows.settle(id, SubmissionState.REFUSED, null, null, settlement, by, clock.instant());
        }
        audit.record(AuditEntry.of(AuditKind.CHANGE, "SUBMISSION_SETTLED").by(actor.auditActor())
                .on("submission", id.value()).because(settlement.outcome().name(), settlement.reason()));
        return file(id).orElseThrow();
    }

    private Standing add(Row row, Settlement settlement, Actor actor) {
        Standing matter = rows.known(row.id()).flatMap(matters::standing)
                .orElseThrow(() -> Problem.of(ProblemType.WRONG_STATE, "NO_KNOWN_MATTER"));
        SubmissionRow submission = list.find(row.id()).orElseThrow();
        String paper = tellings.paper(read(row), submission.outsideNo());
        FileId file = documents.store(new NewFile("补充来件.txt", paper.getBytes(StandardCharsets.UTF_8), "other"),
                actor.scopeKeys().stream().mapToLong(Long::longValue).toArray());
        return matters.act(matter.id(), matter.version(),
                new Act.AddMaterial(List.of(new Attachment(file.value(), "other")), settlement.reason()));
    }

    private Registered register(Row row) {
        Draft draft = drafts.of(row.line(), read(row), List.of());
        if (draft.matter() == null) {
            throw Problem.fields(draft.errors());
        }
        return matters.register(draft.matter());
    }

    private Submission read(Row row) {
        if (row.reading() == null) {
            throw Problem.of(ProblemType.WRONG_STATE, "NOTHING_READ");
        }
        return content.openReading(row.id(), row.reading());
    }
}
