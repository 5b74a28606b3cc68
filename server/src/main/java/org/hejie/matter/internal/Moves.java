package org.hejie.matter.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.hejie.matter.Act;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.internal.History.Data;
import org.hejie.matter.procedure.Circumstance;
import org.hejie.matter.procedure.Condition;
import org.hejie.matter.procedure.Transition;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Does an act to a matter in memory: looks the move up in the procedure, asks the {@link Guards}, lets
 * {@link Effects} change the matter, moves the clocks, writes the event. An act that implies another, as answering
 * implies signing, writes both events.
 */
@Component
class Moves {

    private static final int LONGEST_OPINION = 8000;

    private final Timing timing;
    private final History history;
    private final Effects effects;

    Moves(Timing timing, History history, Effects effects) {
        this.timing = timing;
        this.history = history;
        this.effects = effects;
    }

    /**
     * Applies the act.
     *
     * @param at true time
     * @throws Problem if the procedure does not allow it; the matter must then be thrown away
     */
    void apply(Matter matter, Act act, Doer doer, Instant at, Instant recordedAt) {
        checkTimes(matter, at, recordedAt);
        checkWords(act);
        effects.before(matter, act);
        Transition move = matter.procedure.transition(matter.status, act.action()).orElseThrow(Refusal::wrongState);
        check(matter, move, act, doer, at);
        MatterStatus from = matter.status;
        if (move.implies() != null) {
            from = imply(matter, move.implies(), doer, at, recordedAt);
        }
        MatterStatus target = move.target(circumstances(matter));
        Data data = effects.apply(matter, act, doer, at);
        matter.status = target;
        timing.apply(matter, move.clocks(), at, pauseReason(act), reviewOn(act));
        effects.after(matter, act, doer, at);
        history.append(matter, act.action(), from, matter.status, doer, at, recordedAt, act.reason(), act.opinion(), data);
        act.attachments().forEach(attachment -> {
            matter.newPapers.add(new Matter.PaperRow(attachment, at, doer.id(), matter.eventSeq));
            matter.papers.add(attachment.paper());
        });
    }

    /** Why the move from here is not open to the doer, or null when it is. */
    @Nullable String closed(Matter matter, Transition move, Doer doer, Instant at) {
        return guards(matter, doer, at).closed(move).orElse(null);
    }

    private MatterStatus imply(Matter matter, MatterAction implied, Doer doer, Instant at, Instant recordedAt) {
        Transition first = matter.procedure.transition(matter.status, implied).orElseThrow(Refusal::wrongState);
        MatterStatus from = matter.status;
        matter.status = first.to();
        effects.implied(matter, implied, doer, at);
        history.append(matter, implied, from, first.to(), doer, at, recordedAt, null, null, new Data());
        return first.to();
    }

    private void check(Matter matter, Transition move, Act act, Doer doer, Instant at) {
        Guards guards = guards(matter, doer, at);
        guards.closed(move).ifPresent(guard -> {
            throw Refusal.guarded(guard);
        });
        var wrong = new Problem.Fields();
        wrong.reject(!move.reasons().isEmpty() && act.reason() == null, "reasonCode", "REQUIRED");
        wrong.reject(!move.reasons().isEmpty() && act.reason() != null && !move.reasons().contains(act.reason()),
                "reasonCode", "UNKNOWN");
        wrong.reject(move.requires(Condition.OPINION_GIVEN) && blank(act.opinion()), "opinion", "REQUIRED");
        wrong.done();
        guards.missingPaper(move, act.attachments()).ifPresent(paper -> {
            throw Problem.of(ProblemType.RULE_REFUSED, "PAPER_MISSING." + paper);
        });
        if (move.requires(Condition.LATE_ONLY_WITH_NEW_FACT) && guards.late(move) && !"NEW_FACT".equals(act.reason())) {
            throw Refusal.guarded(Condition.LATE_ONLY_WITH_NEW_FACT.name());
        }
        if (move.requires(Condition.OWN_UNIT_UNLESS_DISPATCHER) && act instanceof Act.Dispatch dispatch
                && !guards.mayDispatchTo(dispatch.lead().value())) {
            throw Refusal.guarded(Condition.OWN_UNIT_UNLESS_DISPATCHER.name());
        }
    }

    private Guards guards(Matter matter, Doer doer, Instant at) {
        return new Guards(matter, doer, at, timing.calendarOf(matter));
    }

    private static Set<Circumstance> circumstances(Matter matter) {
        return matter.returnCount == 1 ? EnumSet.of(Circumstance.SECOND_RETURN) : EnumSet.noneOf(Circumstance.class);
    }

    private static void checkTimes(Matter matter, Instant at, Instant recordedAt) {
        if (at.isAfter(recordedAt)) {
            throw Problem.field("trueAt", "FUTURE");
        }
        if (at.isBefore(matter.lastEventAt)) {
            throw Problem.field("trueAt", "BEFORE_LAST_EVENT");
        }
    }

    private static void checkWords(Act act) {
        var wrong = new Problem.Fields();
        String opinion = act.opinion();
        wrong.rejectLonger(opinion, "opinion", LONGEST_OPINION);
        wrong.reject(opinion != null && opinion.indexOf('\0') >= 0, "opinion", "INVALID");
        wrong.done();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String pauseReason(Act act) {
        return act.reason() == null ? act.action().name() : act.reason();
    }

    private static @Nullable LocalDate reviewOn(Act act) {
        return act instanceof Act.Suspend suspend ? suspend.reviewOn() : null;
    }
}
