package org.hejie.matter.procedure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.Limit;
import org.hejie.matter.PastCourses;
import org.hejie.matter.PastCourses.PastCourse;
import org.hejie.matter.PastCourses.PastMove;
import org.hejie.rules.Trial;
import org.hejie.rules.Trial.Aspect;
import org.hejie.rules.Trial.TrialGroup;
import org.hejie.rules.Trial.TrialLabel;
import org.hejie.rules.Trial.TrialSample;
import org.springframework.stereotype.Component;

/**
 * Walks the courses of past matters through a changed procedure. A matter is stuck at the first move that the procedure in force has
 * and the draft has not, or that would lead elsewhere; it would be late or not where the handling limit differs, from the last dispatch
 * to the result, or to now while there is none. Roles, papers and conditions are not asked again: only what the events keep.
 */
@Component
class ProcedureTrial {

    private static final int SAMPLES = 50;
    private static final String HANDLE = "handle";

    private final PastCourses courses;
    private final Calendars calendars;
    private final Clock clock;

    ProcedureTrial(PastCourses courses, Calendars calendars, Clock clock) {
        this.courses = courses;
        this.calendars = calendars;
        this.clock = clock;
    }

    private record Key(Aspect aspect, TrialLabel from, TrialLabel to) {}

    private static final class Tally {
        private int count;
        private final List<TrialSample> samples = new ArrayList<>();
    }

    Trial run(Procedure inForce, Procedure draft, int most) {
        long begun = System.nanoTime();
        var tried = courses.newest(inForce.id(), most);
        Map<Key, Tally> tallies = new HashMap<>();
        for (var course : tried) {
            course.moves().stream().filter(move -> allows(inForce, move) && !allows(draft, move)).findFirst()
                    .ifPresent(move -> add(tallies, new Key(Aspect.STUCK, label(move), new TrialLabel("不能", "refused")), course,
                            move.action().name()));
            compareLimits(inForce, draft, course, tallies);
        }
        var groups = tallies.entrySet().stream()
                .map(entry -> new TrialGroup(entry.getKey().aspect(), entry.getKey().from(), entry.getKey().to(),
                        entry.getValue().count, entry.getValue().samples))
                .sorted(Comparator.comparing(TrialGroup::aspect).thenComparing(TrialGroup::count, Comparator.reverseOrder())).toList();
        return new Trial(tried.size(), tried.isEmpty() ? null : tried.getLast().registeredAt(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis(), groups);
    }

    private static boolean allows(Procedure procedure, PastMove move) {
        return procedure.transition(move.from(), move.action()).filter(found -> found.targets().contains(move.to())).isPresent();
    }

    private void compareLimits(Procedure inForce, Procedure draft, PastCourse course, Map<Key, Tally> tallies) {
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
        add(tallies, new Key(Aspect.LIMIT, from, to), course, HANDLE);
        Instant end = Objects.requireNonNullElseGet(course.answeredAt(), clock::instant);
        boolean late = due(start, before).isBefore(end);
        boolean lateAfter = due(start, after).isBefore(end);
        if (late != lateAfter) {
            add(tallies, new Key(lateAfter ? Aspect.OVERDUE : Aspect.IN_TIME, from, to), course, HANDLE);
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

    private static void add(Map<Key, Tally> tallies, Key key, PastCourse course, String rule) {
        var tally = tallies.computeIfAbsent(key, none -> new Tally());
        tally.count++;
        if (tally.samples.size() < SAMPLES) {
            tally.samples.add(new TrialSample(course.id(), course.code(), rule));
        }
    }
}
