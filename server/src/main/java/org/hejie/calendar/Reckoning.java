package org.hejie.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hejie.shared.Times;

/** Reckons one deadline term by term, noting each step. Used once. */
final class Reckoning {

    /** Where a term has run to: the instant, and the day that counts as its last. */
    private record Reached(Instant at, LocalDate day) {}

    private final ScheduleId schedule;
    private final CalendarVersion version;
    private final LegalDays days;
    private final WorkingTimeline timeline;
    private final Instant start;
    private final List<Pause> pauses;
    private final Pauses standing;
    private final Pace elapsed = new Pace.Elapsed();
    private final Pace working;
    private final List<TraceStep> trace = new ArrayList<>();
    private final TreeSet<Integer> unannounced = new TreeSet<>();

    Reckoning(
            ScheduleId schedule,
            CalendarVersion version,
            LegalDays days,
            WorkingTimeline timeline,
            Instant start,
            List<Pause> pauses) {
        this.schedule = schedule;
        this.version = version;
        this.days = days;
        this.timeline = timeline;
        this.start = start;
        this.pauses = pauses;
        this.standing = new Pauses(timeline, start, pauses);
        this.working = new Pace.Working(timeline);
    }

    Deadline due(Limit limit, List<Limit> extensions) {
        trace.add(new TraceStep.Began(start, limit, schedule));
        extensions.forEach(extension -> trace.add(new TraceStep.Extended(extension)));
        pauses.forEach(pause -> trace.add(new TraceStep.Paused(pause.from(), pause.until(), pause.reason())));
        var reached = new Reached(start, Times.dateOf(start));
        for (var term : terms(limit, extensions)) {
            reached = run(reached, term);
        }
        if (!unannounced.isEmpty()) {
            trace.add(new TraceStep.Unannounced(List.copyOf(unannounced)));
        }
        return new Deadline(reached.at(), amber(limit.unit(), reached.at()), trace, version, !unannounced.isEmpty());
    }

    /** Limit and extensions, neighbours of one unit added up. */
    private static List<Limit> terms(Limit limit, List<Limit> extensions) {
        var terms = new ArrayList<>(List.of(limit));
        for (var extension : extensions) {
            if (terms.getLast().unit() == extension.unit()) {
                terms.set(terms.size() - 1, terms.getLast().plus(extension));
            } else {
                terms.add(extension);
            }
        }
        return terms;
    }

    private Reached run(Reached from, Limit term) {
        return switch (term.unit()) {
            case MINUTE -> elapse(from, term, Duration.ofMinutes(1));
            case HOUR -> elapse(from, term, Duration.ofHours(1));
            case WORK_HOUR -> {
                apply(Rule.OPENING_HOURS_COUNT, term);
                yield work(from, term.times(Duration.ofHours(1)));
            }
            case WORKDAY -> workdays(from, term);
            case CALENDAR_DAY -> {
                apply(Rule.START_DAY_NOT_COUNTED, term);
                yield endOn(from, from.day().plusDays(term.whole()), term);
            }
            case MONTH -> {
                apply(Rule.START_DAY_NOT_COUNTED, term);
                apply(Rule.ENDS_ON_CORRESPONDING_DAY, term);
                yield endOn(from, from.day().plusMonths(term.whole()), term);
            }
        };
    }

    private Reached elapse(Reached from, Limit term, Duration one) {
        apply(Rule.HOURS_RUN_FROM_START, term);
        return reached(elapsed.add(from.at(), term.times(one), standing.standstills()));
    }

    private Reached work(Reached from, Duration time) {
        var to = reached(working.add(from.at(), time, standing.standstills()));
        noteSkipped(from.day().minusDays(1), to.day(), timeline::isOpen);
        return to;
    }

    private Reached workdays(Reached from, Limit term) {
        if (term.amount().signum() == 0) {
            return sameDay(from, term);
        }
        var at = term.whole() == 0 ? from : wholeWorkdays(from, term);
        if (term.fraction().signum() == 0) {
            return at;
        }
        apply(Rule.PART_OF_WORKDAY_RUNS_AS_HOURS, term);
        var begins = timeline.nextOpen(at.at()).atZone(Times.ZONE).toLocalDate();
        return work(at, new Limit(term.fraction(), LimitUnit.WORKDAY).times(timeline.workdayLength(begins)));
    }

    private Reached wholeWorkdays(Reached from, Limit term) {
        apply(Rule.START_DAY_NOT_COUNTED, term);
        apply(Rule.WORKDAYS_COUNT, term);
        var last = timeline.plusWorkdays(from.day(), term.whole());
        for (var paused : standing.daysAfter(from.day())) {
            if (!paused.from().isAfter(last)) {
                last = timeline.plusWorkdays(last, timeline.workdays(paused.from().minusDays(1), paused.to()));
            }
        }
        noteSkipped(from.day(), last, timeline::isWorkday);
        return close(last, term);
    }

    private Reached sameDay(Reached from, Limit term) {
        apply(Rule.SAME_DAY, term);
        var day = from.day();
        while (!timeline.isWorkday(day)
                || !timeline.end(day).isAfter(from.at())
                || standing.standsAtEndOf(day)) {
            day = timeline.plusWorkdays(day, 1);
        }
        noteSkipped(from.day().minusDays(1), day, timeline::isWorkday);
        return close(day, term);
    }

    /** Ends on this day, moved on by pauses and then to a workday. */
    private Reached endOn(Reached from, LocalDate unmoved, Limit term) {
        var counted = unmoved;
        for (var paused : standing.daysAfter(from.day())) {
            if (!paused.from().isAfter(counted)) {
                counted = counted.plusDays(ChronoUnit.DAYS.between(paused.from(), paused.to()) + 1);
            }
        }
        var last = counted;
        while (!timeline.isWorkday(last) || standing.standsAtEndOf(last)) {
            last = timeline.plusWorkdays(last, 1);
        }
        if (!last.equals(counted)) {
            apply(Rule.LAST_DAY_OFF_MOVES_ON, term);
            trace.add(new TraceStep.Moved(counted, last, days.name(counted)));
        }
        unannounced.addAll(days.unannounced(counted, last));
        return close(last, term);
    }

    private Reached close(LocalDate last, Limit term) {
        var end = timeline.end(last);
        var midnight = last.plusDays(1).atStartOfDay(Times.ZONE).toInstant();
        apply(end.equals(midnight) ? Rule.ENDS_AT_MIDNIGHT : Rule.ENDS_AT_CLOSE_OF_BUSINESS, term);
        return new Reached(end, last);
    }

    private static Reached reached(Instant at) {
        return new Reached(at, Times.dateOf(at));
    }

    private void apply(Rule rule, Limit term) {
        trace.add(new TraceStep.Applied(rule, rule.basis(), term));
    }

    /** Notes runs of days that did not count after {@code from} up to {@code to}. */
    private void noteSkipped(LocalDate from, LocalDate to, Predicate<LocalDate> counts) {
        unannounced.addAll(days.unannounced(from, to));
        TraceStep.Skipped run = null;
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (counts.test(day)) {
                continue;
            }
            var name = days.name(day);
            if (run != null && run.to().plusDays(1).equals(day) && Objects.equals(run.name(), name)) {
                trace.removeLast();
                run = new TraceStep.Skipped(run.from(), day, name);
            } else {
                run = new TraceStep.Skipped(day, day, name);
            }
            trace.add(run);
        }
    }

    /** Seven tenths of the allotted time (domain: used ≥ floor((limit + extensions) × 0.7)). */
    private Instant amber(LimitUnit unit, Instant dueAt) {
        var pace = unit.workingTime() ? working : elapsed;
        long allotted = pace.between(start, dueAt, standing.standstills()).toSeconds();
        return pace.add(start, Duration.ofSeconds(allotted * 7 / 10), standing.standstills());
    }
}
