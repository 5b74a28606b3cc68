package org.hejie.routing.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.Limit;
import org.hejie.matter.PastCases.PastCase;
import org.hejie.matter.PastCases;
import org.hejie.matter.category.CategoryCode;
import org.hejie.matter.procedure.Procedures;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.place.AreaCode;
import org.hejie.place.GridCode;
import org.hejie.routing.MatchedRule;
import org.hejie.routing.RoutingDecision;
import org.hejie.routing.RoutingQuestion;
import org.hejie.rules.Trial.Aspect;
import org.hejie.rules.Trial.TrialLabel;
import org.hejie.rules.Trial;
import org.hejie.rules.TrialRow;
import org.hejie.rules.TrialTally;
import org.springframework.stereotype.Component;

/**
 * Asks two versions of the tables about the same past matters. Each is asked as if no procedure had been chosen at registration, and
 * units are those of today. A limit is reckoned from the last dispatch to the result, or to now while there is none.
 */
@Component
class RoutingTrial {


    private final PastCases cases;
    private final UnitFinder unitFinder;
    private final Units units;
    private final Procedures procedures;
    private final Calendars calendars;
    private final Clock clock;

    RoutingTrial(PastCases cases, UnitFinder unitFinder, Units units, Procedures procedures, Calendars calendars, Clock clock) {
        this.cases = cases;
        this.unitFinder = unitFinder;
        this.units = units;
        this.procedures = procedures;
        this.calendars = calendars;
        this.clock = clock;
    }

    private record Compared(PastCase matter, RoutingQuestion question, Answer before, Answer after) {}

    /** Matters are read, compared and forgotten one by one; only tallies are held. */
    Trial run(CompiledRules inForce, CompiledRules draft, int most, Consumer<TrialRow> rows) {
        var tally = new TrialTally(rows);
        cases.newest(most, matter -> {
            tally.matter(matter.registeredAt());
            var question = question(matter);
            var compared = new Compared(matter, question, inForce.answer(question), draft.answer(question));
            if (!compared.before().equals(compared.after())) {
                note(compared, tally);
            }
        });
        return tally.done();
    }

    /** What the rules would be asked about it, had it come in without a procedure chosen. */
    static RoutingQuestion question(PastCase matter) {
        return question(matter, new CategoryCode(matter.category()));
    }

    /** The same, had it been of that category. */
    static RoutingQuestion question(PastCase matter, CategoryCode category) {
        return new RoutingQuestion(category, matter.line(),
                matter.grid() == null ? null : new GridCode(matter.grid()), matter.area() == null ? null : AreaCode.parse(matter.area()),
                matter.people(), matter.amount(), matter.safety(), matter.redRisk(), null);
    }

    private void note(Compared it, TrialTally tally) {
        var before = it.before();
        var after = it.after();
        if (!before.target().equals(after.target())) {
            var from = unit(before, it.question());
            var to = unit(after, it.question());
            if (!from.equals(to)) {
                add(tally, Aspect.UNIT, from, to, it, RoutingDecision.UNIT);
            }
        }
        if (!before.procedure().equals(after.procedure())) {
            add(tally, Aspect.PROCEDURE, procedure(before), procedure(after), it, RoutingDecision.PROCEDURE);
        }
        if (before.riskCheck() != after.riskCheck()) {
            add(tally, Aspect.RISK_CHECK, riskCheck(before), riskCheck(after), it, RoutingDecision.RISK_CHECK);
        }
        var oldSpan = span(before);
        var newSpan = span(after);
        if (!oldSpan.equals(newSpan)) {
            var from = new TrialLabel(oldSpan.toString(), oldSpan.toString());
            var to = new TrialLabel(newSpan.toString(), newSpan.toString());
            add(tally, Aspect.LIMIT, from, to, it, RoutingDecision.LIMIT);
            var start = it.matter().dispatchedAt();
            if (start != null) {
                Instant end = Objects.requireNonNullElseGet(it.matter().answeredAt(), clock::instant);
                boolean late = due(start, oldSpan).isBefore(end);
                boolean lateAfter = due(start, newSpan).isBefore(end);
                if (late != lateAfter) {
                    add(tally, lateAfter ? Aspect.OVERDUE : Aspect.IN_TIME, from, to, it, RoutingDecision.LIMIT);
                }
            }
        }
    }

    private static void add(TrialTally tally, Aspect aspect, TrialLabel from, TrialLabel to, Compared it, RoutingDecision decision) {
        String rule = it.after().rules().stream().filter(matched -> matched.decision() == decision && matched.applied())
                .map(MatchedRule::id).findFirst().orElse("");
        tally.otherwise(aspect, from, to, it.matter().id(), rule);
    }

    private Instant due(Instant start, Limit span) {
        return calendars.county().due(start, span).dueAt();
    }

    private Limit span(Answer answer) {
        return procedures.current(answer.procedure()).clock("handle").limit(answer.limitKey(), false).limit();
    }

    private TrialLabel unit(Answer answer, RoutingQuestion question) {
        return unitFinder.find(answer.target(), question).map(this::unit)
                .orElseGet(() -> new TrialLabel(outcome(answer), outcome(answer)));
    }

    /** In the words of the table, where no such unit is known for the place. */
    private static String outcome(Answer answer) {
        return answer.rules().stream().filter(rule -> rule.decision() == RoutingDecision.UNIT && rule.applied())
                .map(MatchedRule::outcome).findFirst().orElseThrow();
    }

    private TrialLabel unit(UnitId id) {
        var unit = units.get(id);
        return new TrialLabel(unit.name(), unit.nameEn() == null ? unit.name() : unit.nameEn());
    }

    private TrialLabel procedure(Answer answer) {
        var name = procedures.current(answer.procedure()).name();
        return new TrialLabel(name.zh(), name.en());
    }

    private static TrialLabel riskCheck(Answer answer) {
        return answer.riskCheck() ? new TrialLabel("须评估", "assessed") : new TrialLabel("不强制", "not forced");
    }
}
