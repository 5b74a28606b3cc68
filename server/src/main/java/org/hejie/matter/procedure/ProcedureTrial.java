package org.hejie.matter.procedure;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.Limit;
import org.hejie.matter.PastCourses.PastCourse;
import org.hejie.matter.PastCourses.PastMove;
import org.hejie.matter.PastCourses;
import org.hejie.rules.Trial.Aspect;
import org.hejie.rules.Trial.TrialLabel;
import org.hejie.rules.Trial;
import org.hejie.rules.TrialRow;
import org.hejie.rules.TrialTally;
import org.springframework.stereotype.Component;

/**
 * Walks the courses of past matters through a changed procedure. A matter is stuck at the first move that the procedure in force has
 * and the draft has not, or that would lead elsewhere; it would be late or not where the handling limit differs, from the last dispatch
 * to the result, or to now while there is none. Roles, papers and conditions are not asked again: only what the events keep.
 */
@Component
class ProcedureTrial {

    private static final String HANDLE = "handle";

    private final PastCourses courses;
    private final Calendars calendars;
    private final Clock clock;

    ProcedureTrial(PastCourses courses, Calendars calendars, Clock clock) {
        this.courses = courses;
        this.calendars = calendars;
        this.clock = clock;
    }

    Trial run(Procedure inForce, Procedure draft, int most, Consumer<TrialRow> rows) {
        var tally = new TrialTally(rows);
        courses.newest(inForce.id(), most, course -> {
            tally.matter(course.registeredAt());
            course.moves().stream().filter(move -> allows(inForce, move) && !allows(draft, move)).findFirst()
                    .ifPresent(move -> add(tally, Aspect.STUCK, label(move), new TrialLabel("不能", "refused"), course,
                            move.action().name()));
            compareLimits(inForce, draft, course, tally);
        });
        return tally.done();
    }

    private static boolean allows(Procedure procedure, PastMove move) {
        return procedure.transition(move.from(), move.action()).filter(found -> found.targets().contains(move.to())).isPresent();
    }

    private void compareLimits(Procedure inForce, Procedure draft, PastCourse course, TrialTally tally) {
        var start = course.dispatchedAt();
        if (start == null || !inForce.clocks().containsKey(HANDLE) || !draft.clocks().containsKey(HANDLE)) {
            return;
        }
        var before = limit(inForce, course);
        var after = limit(draft, course);
        if (before.equals(after)) {
            return;
        }
        var from = new TrialLabel(before.toString(), before.toString());
        var to = new TrialLabel(after.toString(), after.toString());
        add(tally, Aspect.LIMIT, from, to, course, HANDLE);
        Instant end = Objects.requireNonNullElseGet(course.answeredAt(), clock::instant);
        boolean late = due(start, before).isBefore(end);
        boolean lateAfter = due(start, after).isBefore(end);
        if (late != lateAfter) {
            add(tally, lateAfter ? Aspect.OVERDUE : Aspect.IN_TIME, from, to, course, HANDLE);
        }
    }

    private static Limit limit(Procedure procedure, PastCourse course) {
        return procedure.clock(HANDLE).limit(course.limitKey(), course.redRisk()).limit();
    }

    private Instant due(Instant start, Limit limit) {
        return calendars.county().due(start, limit).dueAt();
    }

    private static TrialLabel label(PastMove move) {
        var words = move.action() + ": " + move.from() + " → " + move.to();
        return new TrialLabel(words, words);
    }

    private static void add(TrialTally tally, Aspect aspect, TrialLabel from, TrialLabel to, PastCourse course, String rule) {
        tally.otherwise(aspect, from, to, course.id(), rule);
    }
}
