package org.hejie.dossier.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hejie.dossier.Dossiers;
import org.hejie.dossier.internal.VolumeRows.LoanRow;
import org.hejie.dossier.internal.VolumeRows.VolumeRow;
import org.hejie.dossier.paper.DossierPlan;
import org.hejie.dossier.pdf.Bound;
import org.hejie.dossier.pdf.DossierBinding;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.crypto.Sm3;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files dossiers and lends them. */
@Service
class DossierDesk implements Dossiers {

    private static final Set<String> OVER = Set.of("CLOSED", "REVISIT", "EVALUATED", "ARCHIVED", "REJECTED", "GUIDED",
            "TRANSFERRED_OUT", "WITHDRAWN");
    private static final int LONGEST_NOTE = 1_000;

    private final Matters matters;
    private final DossierSlots slots;
    private final DossierPlan plan;
    private final DossierParts parts;
    private final VolumeRows rows;
    private final MatterChronicle chronicle;
    private final StaffDirectory staff;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    DossierDesk(Matters matters, DossierSlots slots, DossierPlan plan, DossierParts parts, VolumeRows rows, MatterChronicle chronicle,
            StaffDirectory staff, AuditLog audit, Ids ids, Clock clock) {
        this.matters = matters;
        this.slots = slots;
        this.plan = plan;
        this.parts = parts;
        this.rows = rows;
        this.chronicle = chronicle;
        this.staff = staff;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public DossierView of(MatterId matter) {
        MatterDetail detail = detail(matter);
        List<Slot> laid = slots.of(detail);
        return new DossierView(matter.value(), detail.code(), detail.title(), plan.basis(), laid,
                plan.retention().entrySet().stream().map(period -> new Period(period.getKey(), period.getValue())).toList(),
                refusal(detail, laid), rows.ofMatter(matter).stream().map(this::volume).toList());
    }

    private static @Nullable String refusal(MatterDetail detail, List<Slot> laid) {
        if (!DossierPowers.mayFile(Actors.current())) {
            return "DOSSIER_FILE";
        }
        if (!OVER.contains(detail.status())) {
            return "DOSSIER_OPEN";
        }
        return laid.stream().anyMatch(slot -> slot.state() == State.MISSING) ? "DOSSIER_INCOMPLETE" : null;
    }

    @Override
    @Transactional
    public long file(MatterId matter, FilingOrder order) {
        MatterDetail detail = detail(matter);
        List<Slot> laid = slots.of(detail);
        allowed(detail, laid);
        new Problem.Fields().reject(!plan.retention().containsKey(order.retention()), "retention", "UNKNOWN")
                .reject(order.note() != null && order.note().length() > LONGEST_NOTE, "note", "TOO_LONG").done();
        DossierParts.Laid prepared = parts.of(detail, laid);
        try {
            return filed(detail, order, prepared);
        } catch (IOException e) {
            throw new UncheckedIOException("the dossier could not be written", e);
        }
    }

    private static void allowed(MatterDetail detail, List<Slot> laid) {
        String refusal = refusal(detail, laid);
        if (refusal == null) {
            return;
        }
        switch (refusal) {
            case "DOSSIER_FILE" -> throw Problem.of(ProblemType.FORBIDDEN, refusal);
            case "DOSSIER_OPEN" -> throw Problem.of(ProblemType.WRONG_STATE, refusal);
            default -> throw Problem.of(ProblemType.RULE_REFUSED, refusal, laid.stream().filter(slot -> slot.state() == State.MISSING)
                    .map(slot -> new FieldError("papers." + slot.code(), "MISSING")).toList());
        }
    }

    private long filed(MatterDetail detail, FilingOrder order, DossierParts.Laid laid) throws IOException {
        var matter = new MatterId(detail.id());
        Actor actor = Actors.current();
        Instant now = clock.instant();
        Path pdf = Files.createTempFile("hejie-dossier", ".pdf");
        try {
            Bound bound = DossierBinding.bind(parts.cover(detail, plan.retention().get(order.retention()).zh(), order.note(),
                    actor.displayName()), laid.parts(), pdf);
            var volume = new VolumeRow(ids.next(), detail.id(), rows.nextEdition(matter), Math.max(1, bound.pages()), Files.size(pdf),
                    hash(pdf), order.retention(), order.note(), now, DossierPowers.self());
            rows.insert(volume);
            rows.insertItems(volume.id(), bound, laid.files());
            rows.insertParts(volume.id(), pdf);
            chronicle.write(matter, new Happening(MatterAction.FILE_DOSSIER, null, null, Map.of("volume", volume.id(),
                    "edition", volume.edition(), "pages", volume.pages(), "sm3", HexFormat.of().formatHex(volume.sm3()))));
            return volume.id();
        } finally {
            Files.deleteIfExists(pdf);
        }
    }

    private static byte[] hash(Path file) throws IOException {
        var sm3 = new Sm3();
        var buffer = new byte[64 * 1024];
        try (var in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                sm3.add(buffer, 0, read);
            }
        }
        return sm3.finish();
    }

    @Override
    @Transactional
    public long borrow(long id, LoanOrder order) {
        Actor actor = Actors.current();
        actor.require(Permission.MATTER_READ);
        VolumeRow volume = rows.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        LocalDate today = Times.dateOf(clock.instant());
        String purpose = order.purpose().strip();
        new Problem.Fields()
                .reject(purpose.isEmpty(), "purpose", "REQUIRED")
                .reject(purpose.length() > AuditEntry.PURPOSE_LENGTH, "purpose", "TOO_LONG")
                .reject(order.until().isBefore(today), "until", "PAST")
                .reject(order.until().isAfter(today.plusDays(LONGEST_LOAN)), "until", "RANGE").done();
        if (rows.loans(id).stream().anyMatch(loan -> open(loan, today))) {
            throw Problem.of(ProblemType.WRONG_STATE, "DOSSIER_BORROWED");
        }
        long loan = rows.insertLoan(id, new LoanOrder(order.reason(), purpose, order.until()), clock.instant(), DossierPowers.self());
        chronicle.write(new MatterId(volume.matter()), new Happening(MatterAction.BORROW_DOSSIER, order.reason().name(), purpose,
                Map.of("volume", id, "loan", loan, "until", order.until().toString())));
        return loan;
    }

    @Override
    @Transactional
    public void giveBack(long id) {
        Actor actor = Actors.current();
        LoanRow loan = rows.lockLoan(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        if (loan.by() != DossierPowers.self() && !DossierPowers.mayFile(actor)) {
            throw Problem.of(ProblemType.FORBIDDEN, "DOSSIER_LOAN_OF_ANOTHER");
        }
        if (loan.returnedAt() != null) {
            throw Problem.of(ProblemType.WRONG_STATE, "DOSSIER_RETURNED");
        }
        rows.giveBack(id, clock.instant(), DossierPowers.self());
        VolumeRow volume = rows.find(loan.volume()).orElseThrow();
        chronicle.write(new MatterId(volume.matter()), new Happening(MatterAction.RETURN_DOSSIER, null, null,
                Map.of("volume", volume.id(), "loan", id)));
    }

    @Override
    @Transactional
    public void read(long id, Sink into) {
        Actor actor = Actors.current();
        rows.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        LocalDate today = Times.dateOf(clock.instant());
        if (rows.loans(id).stream().noneMatch(loan -> open(loan, today))) {
            throw Problem.of(ProblemType.FORBIDDEN, "DOSSIER_NOT_BORROWED");
        }
        audit.record(AuditEntry.of(AuditKind.READ, "DOSSIER_OPENED").by(actor.auditActor()).on("dossier", id));
        try {
            rows.write(id, into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean open(LoanRow loan, LocalDate today) {
        return loan.by() == DossierPowers.self() && loan.returnedAt() == null && !loan.dueOn().isBefore(today);
    }

    private Volume volume(VolumeRow row) {
        return new Volume(row.id(), row.edition(), row.pages(), row.size(), HexFormat.of().formatHex(row.sm3()), row.retention(), row.note(),
                row.filedAt(), name(row.filedBy()), rows.items(row.id()), rows.loans(row.id()).stream().map(this::loan).toList());
    }

    private Loan loan(LoanRow row) {
        LocalDate today = Times.dateOf(clock.instant());
        return new Loan(row.id(), name(row.by()), row.at(), row.reason(), row.purpose(), row.dueOn(), row.returnedAt(),
                row.by() == DossierPowers.self(), row.returnedAt() == null && row.dueOn().isBefore(today));
    }

    private String name(long id) {
        return staff.displayName(new StaffId(id)).orElse("—");
    }

    private MatterDetail detail(MatterId matter) {
        return matters.detail(matter).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }
}
