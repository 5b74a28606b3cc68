package org.hejie.matter.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
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
                int run = 1 + (int) matter.clocks.stream().filter(clock -> clock.key.equals(key)).count();
                matter.clocks.add(new ClockRun(key, run, rule.kind(), limit.basis().key(), limit.limit(), at, calendar));
            }
        }
    }

    /** A clock that ran out before this move leaves its mark on the matter for good. */
    private static void noteOverdue(Matter matter, Instant at) {
        matter.wasOverdue |= matter.clocks.stream()
                .anyMatch(clock -> clock.ticking() && at.isAfter(clock.deadline.dueAt()));
    }
}
