package org.hejie.matter.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.ScheduleId;
import org.hejie.calendar.WorkCalendar;
import org.hejie.matter.procedure.ClockEffects;
import org.hejie.matter.procedure.ClockRule;
import org.hejie.matter.procedure.TimeLimit;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts, stops, pauses and resumes the clocks of a matter as a move of its procedure says. */
@Component
class Timing {

    private final Calendars calendars;
    private final Units units;

    Timing(Calendars calendars, Units units) {
        this.calendars = calendars;
        this.units = units;
    }

    /** The calendar by which the matter's clocks run: that of the unit that leads, else of the county. */
    WorkCalendar calendarOf(Matter matter) {
        return matter.leadUnit == null ? calendars.county()
                : calendars.calendar(units.get(new UnitId(matter.leadUnit)).scheduleId());
    }

    WorkCalendar calendar(ScheduleId schedule) {
        return calendars.calendar(schedule);
    }

    /** Applies the effects in their order: stops, starts, pauses, resumes. Extensions name a clock and come apart. */
    void apply(Matter matter, ClockEffects effects, Instant at, String pauseReason, @Nullable LocalDate reviewOn) {
        noteOverdue(matter, at);
        effects.stops().forEach(key -> matter.running(key).ifPresent(clock -> clock.stop(at)));
        start(matter, effects.starts(), at);
        effects.pauses().forEach(key -> matter.running(key).ifPresent(clock -> clock.pause(at, pauseReason, reviewOn)));
        effects.resumes().forEach(key -> matter.running(key)
                .ifPresent(clock -> clock.resume(at, calendars.calendar(clock.schedule))));
    }

    void start(Matter matter, Collection<String> keys, Instant at) {
        WorkCalendar calendar = calendarOf(matter);
        for (String key : keys) {
            ClockRule rule = matter.procedure.clock(key);
            if (rule.appliesTo(matter.line, matter.content.category()) && matter.running(key).isEmpty()) {
                TimeLimit limit = rule.limit(matter.limitKey, matter.redRisk);
                matter.clocks.add(new ClockRun(key, 1 + runs(matter, key), rule.kind(), limit.basis().key(), limit.limit(), at, calendar));
            }
        }
    }

    /**
     * Starts those clocks again that run and have a limit at red risk which ends earlier, counted from now. Paused ones wait.
     *
     * @return their keys, in order
     */
    List<String> redden(Matter matter, Instant at) {
        noteOverdue(matter, at);
        List<String> restarted = new ArrayList<>();
        for (ClockRun old : List.copyOf(matter.clocks)) {
            TimeLimit red = matter.procedure.clock(old.key).red();
            if (old.ticking() && red != null) {
                var fresh = new ClockRun(old.key, runs(matter, old.key) + 1, old.kind, red.basis().key(), red.limit(), at, calendarOf(matter));
                if (fresh.deadline.dueAt().isBefore(old.deadline.dueAt())) {
                    old.stop(at);
                    matter.clocks.add(fresh);
                    restarted.add(old.key);
                }
            }
        }
        return restarted;
    }

    private static int runs(Matter matter, String key) {
        return (int) matter.clocks.stream().filter(clock -> clock.key.equals(key)).count();
    }

    /** A clock that ran out before this move leaves its mark on the matter for good. */
    private static void noteOverdue(Matter matter, Instant at) {
        matter.wasOverdue |= matter.clocks.stream()
                .anyMatch(clock -> clock.ticking() && at.isAfter(clock.deadline.dueAt()));
    }
}
