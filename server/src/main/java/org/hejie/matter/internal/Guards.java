package org.hejie.matter.internal;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hejie.calendar.WorkCalendar;
import org.hejie.matter.Act;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.procedure.Condition;
import org.hejie.matter.procedure.Paper;
import org.hejie.matter.procedure.Transition;
import org.hejie.matter.procedure.WindowRule;
import org.jspecify.annotations.Nullable;

/**
 * Says why a move is not open. The same answers stop an act and explain a disabled button, so that the page
 * never promises what the server refuses. A refusal is a code; its words stand in {@code i18n/refusals}.
 */
final class Guards {

    /** Conditions on what the actor fills in; they are not known before he does. */
    private static final Set<Condition> FILLED_IN = Set.of(Condition.OPINION_GIVEN, Condition.REVIEW_DATE_SET,
            Condition.OWN_UNIT_UNLESS_DISPATCHER, Condition.LATE_ONLY_WITH_NEW_FACT);

    /** Acts that bring their papers along. */
    private static final Set<MatterAction> BRINGS_PAPERS = Set.of(MatterAction.SUSPEND, MatterAction.RETURN,
            MatterAction.SUBMIT_RESULT, MatterAction.ADD_MATERIAL, MatterAction.RECORD_PERFORMANCE);

    private static final Set<String> DISPATCHERS = Set.of("DISPATCHER", "TOWN_DIRECTOR", "SYSTEM");

    private final Matter matter;
    private final Doer doer;
    private final Instant at;
    private final WorkCalendar calendar;

    Guards(Matter matter, Doer doer, Instant at, WorkCalendar calendar) {
        this.matter = matter;
        this.doer = doer;
        this.at = at;
        this.calendar = calendar;
    }

    /** Why the move is not open to the doer at all, whatever he would fill in. */
    Optional<String> closed(Transition move) {
        if (!move.open(doer.roles())) {
            return Optional.of("ROLE");
        }
        if (move.within() != null && windowClosed(matter.procedure.windows().get(move.within()), move)) {
            return Optional.of(matter.redRisk && matter.procedure.windows().get(move.within()).closedAtRed()
                    ? "CLOSED_AT_RED" : "WINDOW_CLOSED");
        }
        Optional<String> missing = BRINGS_PAPERS.contains(move.action()) ? Optional.empty() : missingPaper(move, List.of());
        if (missing.isPresent()) {
            return missing.map(paper -> "PAPER_MISSING." + paper);
        }
        return move.conditions().stream()
                .filter(condition -> !FILLED_IN.contains(condition))
                .filter(condition -> !holds(condition))
                .map(Condition::name)
                .sorted()
                .findFirst();
    }

    /** The first paper that the move needs and that is neither in the file, nor written by the system, nor brought along. */
    Optional<String> missingPaper(Transition move, List<Act.Attachment> brought) {
        Set<String> needed = new LinkedHashSet<>(move.papers());
        if (move.requires(Condition.PAPERS_COMPLETE)) {
            needed.addAll(matter.procedure.archivePapers());
        }
        return needed.stream().sorted()
                .map(matter.procedure.papers()::get)
                .filter(paper -> !paper.madeBySystem())
                .filter(paper -> matter.resultKind == null ? paper.when().isEmpty() : paper.neededFor(matter.resultKind))
                .map(Paper::code)
                .filter(code -> !matter.papers.contains(code))
                .filter(code -> brought.stream().noneMatch(attachment -> attachment.paper().equals(code)))
                .findFirst();
    }

    /** Whether one who is no dispatcher keeps it in his own unit. */
    boolean mayDispatchTo(long lead) {
        return doer.roles().stream().anyMatch(DISPATCHERS::contains) || doer.lineage().contains(lead)
                && doer.unit() != null && doer.unit() == lead;
    }

    private boolean windowClosed(WindowRule window, Transition move) {
        if (window.closedAtRed() && matter.redRisk) {
            return true;
        }
        Instant since = since(window.since());
        if (since == null) {
            return false;
        }
        boolean late = at.isAfter(calendar.due(since, window.limit().limit()).dueAt());
        return late && !move.requires(Condition.LATE_ONLY_WITH_NEW_FACT);
    }

    /** Whether the reopening window has run out, after which only a new fact reopens. */
    boolean late(Transition move) {
        if (move.within() == null) {
            return false;
        }
        WindowRule window = matter.procedure.windows().get(move.within());
        Instant since = since(window.since());
        return since != null && at.isAfter(calendar.due(since, window.limit().limit()).dueAt());
    }

    private @Nullable Instant since(Set<MatterAction> moves) {
        Instant latest = null;
        for (Instant made : List.of(
                orEpoch(moves.contains(MatterAction.DISPATCH) ? matter.dispatchedAt : null),
                orEpoch(moves.contains(MatterAction.CHECK_PASS) ? matter.closedAt : null),
                orEpoch(moves.contains(MatterAction.EVALUATE) ? matter.evaluatedAt : null))) {
            latest = made.equals(Instant.EPOCH) || latest != null && latest.isAfter(made) ? latest : made;
        }
        return latest;
    }

    private static Instant orEpoch(@Nullable Instant instant) {
        return instant == null ? Instant.EPOCH : instant;
    }

    private boolean holds(Condition condition) {
        return switch (condition) {
            case CHECKER_NOT_HANDLER -> doer.id() == null || !doer.id().equals(matter.handler);
            case APPROVER_NOT_APPLICANT -> doer.id() == null
                    || !doer.id().equals(matter.status == MatterStatus.EXT_PENDING ? matter.applicant : matter.handler);
            case FEWER_THAN_TWO_RETURNS -> matter.returnCount < 2;
            case OF_LEAD_UNIT -> doer.within(matter.leadUnit);
            case OF_HANDLING_UNIT -> doer.within(matter.leadUnit)
                    || matter.currentStep().stream().flatMap(step -> step.coUnits.stream()).anyMatch(doer::within)
                    || doer.is("DISPATCHER") || doer.is("CENTER_DIRECTOR");
            case BEFORE_DUE -> matter.running("handle").map(clock -> !at.isAfter(clock.deadline.dueAt())).orElse(true);
            case SECOND_TIME_BY_DIRECTOR -> matter.extensionCount == 0 || doer.is("CENTER_DIRECTOR");
            case SIGNING_LIMIT_RUN_OUT -> matter.running("sign").map(clock -> at.isAfter(clock.deadline.dueAt())).orElse(false);
            case AMENDED_AT_MOST_ONCE -> matter.evaluationCount < 2;
            case VISITED -> matter.visitCount > 0;
            case PAPERS_COMPLETE, OPINION_GIVEN, REVIEW_DATE_SET, OWN_UNIT_UNLESS_DISPATCHER, LATE_ONLY_WITH_NEW_FACT -> true;
        };
    }
}
