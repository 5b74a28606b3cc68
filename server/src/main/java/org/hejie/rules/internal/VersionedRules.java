package org.hejie.rules.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.hejie.org.Actor;
import org.hejie.rules.KeptTrial;
import org.hejie.rules.RuleBook;
import org.hejie.rules.RuleDifference;
import org.hejie.rules.RuleFinding;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleSet;
import org.hejie.rules.RuleState;
import org.hejie.rules.RuleVersion.TrialMark;
import org.hejie.rules.RuleVersion;
import org.hejie.rules.Rules;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the order of steps and the rule of two people. */
@Service
@Transactional
class VersionedRules implements Rules {

    private final RuleRows rows;
    private final RuleBooks books;
    private final TrialRun trials;
    private final TrialRows tried;
    private final Changes changes;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    VersionedRules(RuleRows rows, RuleBooks books, TrialRun trials, TrialRows tried, Changes changes, AuditLog audit, Ids ids,
            Clock clock) {
        this.rows = rows;
        this.books = books;
        this.trials = trials;
        this.tried = tried;
        this.changes = changes;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Standing> standings() {
        Instant now = clock.instant();
        var alive = rows.alive();
        return books.shipped().stream().sorted(BY_KIND).filter(shipped -> alive.stream().anyMatch(of(shipped.set()))).map(shipped -> {
            var own = alive.stream().filter(of(shipped.set())).toList();
            return new Standing(shipped.set(), shipped.zh(), shipped.en(), inForce(own, now),
                    own.stream().filter(APPROVED).filter(version -> effectiveAt(version).isAfter(now))
                            .sorted(Comparator.comparing(VersionedRules::effectiveAt)).toList(),
                    own.stream().filter(APPROVED.negate()).toList());
        }).toList();
    }

    private static Predicate<RuleVersion> of(RuleSet set) {
        return version -> version.set().equals(set);
    }

    private static final Comparator<RuleBook.Shipped> BY_KIND =
            Comparator.comparing((RuleBook.Shipped shipped) -> shipped.set().kind()).thenComparing(shipped -> shipped.set().name());
    private static final Predicate<RuleVersion> APPROVED = version -> version.state() == RuleState.APPROVED;

    private static Instant effectiveAt(RuleVersion version) {
        return Objects.requireNonNull(version.effectiveAt());
    }

    private static RuleVersion inForce(List<RuleVersion> versions, Instant now) {
        return versions.stream().filter(APPROVED).filter(version -> !effectiveAt(version).isAfter(now))
                .max(Comparator.comparing(VersionedRules::effectiveAt).thenComparing(RuleVersion::number))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    @Override
    @Transactional(readOnly = true)
    public List<RuleVersion> history(RuleSet set) {
        return rows.of(set);
    }

    @Override
    @Transactional(readOnly = true)
    public RuleVersion version(long id) {
        return rows.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    @Override
    public boolean triable(RuleKind kind) {
        return books.of(kind).triable();
    }

    @Override
    @Transactional(readOnly = true)
    public List<RuleFinding> check(RuleVersion version) {
        return books.of(version.set().kind()).check(version.set(), version.text());
    }

    @Override
    @Transactional(readOnly = true)
    public List<RuleDifference> differences(RuleVersion version) {
        return version.basis() == null ? List.of()
                : books.of(version.set().kind()).differences(version.set(), version(version.basis()).text(), version.text());
    }

    @Override
    public RuleVersion draft(Actor by, RuleSet set, String reason) {
        by.require(set.kind().drafting());
        rows.lockSet(set);
        var known = rows.of(set);
        if (known.stream().anyMatch(version -> version.state() == RuleState.DRAFT || version.state() == RuleState.SUBMITTED)) {
            throw Problem.of(ProblemType.WRONG_STATE, "RULES_DRAFT_OPEN");
        }
        var basis = newestApproved(known);
        int number = known.getFirst().number() + 1;
        var draft = new RuleVersion(ids.next(), set, number, RuleState.DRAFT, 1,
                books.of(set.kind()).numbered(basis.text(), number), basis.id(), staff(by), reason, null, null, List.of());
        rows.insert(draft);
        note(draft, "DRAFTED", by, reason);
        return version(draft.id());
    }

    private static RuleVersion newestApproved(List<RuleVersion> newestFirst) {
        return newestFirst.stream().filter(APPROVED)
                .max(Comparator.comparing(VersionedRules::effectiveAt).thenComparing(RuleVersion::number))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    @Override
    public RuleVersion write(Actor by, long id, int revision, String text) {
        var draft = drafting(by, id);
        if (draft.revision() != revision) {
            throw Problem.of(ProblemType.STALE);
        }
        if (text.equals(draft.text())) {
            return draft;
        }
        rows.update(changed(draft, RuleState.DRAFT, text, null, null));
        tried.dropAll(id);
        note(draft, "CHANGED", by, null);
        return version(id);
    }

    @Override
    public KeptTrial tryOut(Actor by, long id, int matters) {
        var version = version(id);
        requireEither(by, version);
        var book = books.of(version.set().kind());
        if (book.check(version.set(), version.text()).stream().anyMatch(RuleFinding::isError)) {
            throw Problem.of(ProblemType.RULE_REFUSED, "RULES_ERRORS");
        }
        var inForce = inForce(rows.of(version.set()), clock.instant());
        var trial = trials.keep(id, staff(by), each -> book.trial(version.set(), inForce.text(), version.text(), matters, each));
        var draft = rows.lock(id).orElseThrow();
        if (!draft.text().equals(version.text())) {
            throw Problem.of(ProblemType.STALE);
        }
        if (draft.state() == RuleState.DRAFT && by.may(draft.set().kind().drafting())) {
            rows.update(changed(draft, RuleState.DRAFT, draft.text(), TrialMark.of(trial.shown(), trial.at()), null));
            note(draft, "TRIED", by, null);
        }
        return trial;
    }

    @Override
    public RuleVersion submit(Actor by, long id, String note) {
        var draft = drafting(by, id);
        refuseErrors(draft);
        if (draft.trial() == null && books.of(draft.set().kind()).triable()) {
            throw Problem.of(ProblemType.RULE_REFUSED, "RULES_UNTRIED");
        }
        return done(draft, RuleState.SUBMITTED, null, "SUBMITTED", by, note);
    }

    @Override
    public RuleVersion sendBack(Actor by, long id, String reason) {
        return done(approving(by, id), RuleState.DRAFT, null, "SENT_BACK", by, reason);
    }

    @Override
    public RuleVersion approve(Actor by, long id, @Nullable Instant from, String note) {
        var submitted = approving(by, id);
        Long self = staff(by);
        if (self.equals(submitted.draftedBy()) || submitted.steps().stream()
                .anyMatch(step -> self.equals(step.by()) && (step.action().equals("CHANGED") || step.action().equals("SUBMITTED")))) {
            audit.recordApart(AuditEntry.of(AuditKind.ADMINISTRATION, "RULES_APPROVED").by(by.auditActor())
                    .on("rule-version", id).refused("OWN_DRAFT"));
            throw Problem.of(ProblemType.FORBIDDEN, "RULES_OWN_DRAFT");
        }
        refuseErrors(submitted);
        var newest = newestApproved(rows.of(submitted.set()));
        if (!Objects.equals(submitted.basis(), newest.id())) {
            throw Problem.of(ProblemType.WRONG_STATE, "RULES_BASIS_CHANGED");
        }
        Instant now = Times.kept(clock.instant());
        Instant effectiveAt = from == null ? now : Times.kept(from);
        if (effectiveAt.isBefore(now) || !effectiveAt.isAfter(effectiveAt(newest))) {
            throw Problem.field("effectiveAt", "PAST");
        }
        var approved = done(submitted, RuleState.APPROVED, effectiveAt, "APPROVED", by, note);
        changes.tellAfterCommit();
        return approved;
    }

    @Override
    public RuleVersion withdraw(Actor by, long id, String reason) {
        var version = rows.lock(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        requireEither(by, version);
        boolean coming = version.state() == RuleState.APPROVED && effectiveAt(version).isAfter(clock.instant());
        if (!coming && version.state() != RuleState.SUBMITTED) {
            throw Problem.of(ProblemType.WRONG_STATE, "RULES_STATE");
        }
        var withdrawn = done(version, RuleState.WITHDRAWN, version.effectiveAt(), "WITHDRAWN", by, reason);
        changes.tellAfterCommit();
        return withdrawn;
    }

    @Override
    public RuleVersion discard(Actor by, long id) {
        var draft = drafting(by, id);
        tried.dropAll(id);
        return done(draft, RuleState.DISCARDED, null, "DISCARDED", by, null);
    }

    private void refuseErrors(RuleVersion version) {
        if (check(version).stream().anyMatch(RuleFinding::isError)) {
            throw Problem.of(ProblemType.RULE_REFUSED, "RULES_ERRORS");
        }
    }

    /** @throws Problem FORBIDDEN unless the actor drafts such rules or approves them */
    static void requireEither(Actor by, RuleVersion version) {
        var kind = version.set().kind();
        if (!by.may(kind.drafting())) {
            by.require(kind.approving());
        }
    }

    /** The draft, held, if the actor drafts such rules. */
    private RuleVersion drafting(Actor by, long id) {
        by.require(version(id).set().kind().drafting());
        return locked(id, RuleState.DRAFT);
    }

    /** What waits for approval, held, if the actor approves such rules. */
    private RuleVersion approving(Actor by, long id) {
        by.require(version(id).set().kind().approving());
        return locked(id, RuleState.SUBMITTED);
    }

    private RuleVersion locked(long id, RuleState state) {
        var version = rows.lock(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        if (version.state() != state) {
            throw Problem.of(ProblemType.WRONG_STATE, "RULES_STATE");
        }
        return version;
    }

    private RuleVersion done(RuleVersion version, RuleState state, @Nullable Instant effectiveAt, String action, Actor by,
            @Nullable String note) {
        rows.update(changed(version, state, version.text(), version.trial(), effectiveAt));
        note(version, action, by, note);
        return version(version.id());
    }

    private static RuleVersion changed(RuleVersion of, RuleState state, String text, @Nullable TrialMark trial,
            @Nullable Instant effectiveAt) {
        return new RuleVersion(of.id(), of.set(), of.number(), state, of.revision(), text, of.basis(), of.draftedBy(), of.reason(),
                trial, effectiveAt, of.steps());
    }

    private void note(RuleVersion version, String action, Actor by, @Nullable String note) {
        rows.step(version.id(), action, clock.instant(), staff(by), note);
        audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, "RULES_" + action).by(by.auditActor())
                .on("rule-version", version.id()));
    }

    /** The person, whatever post he acts by. */
    private static Long staff(Actor by) {
        return by.staffId().orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN)).value();
    }
}
