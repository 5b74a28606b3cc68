package org.hejie.calendar.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hejie.calendar.DayKind;
import org.hejie.calendar.Schedule;
import org.hejie.calendar.ScheduleId;
import org.hejie.calendar.TimeSpan;
import org.hejie.calendar.WorkingHours;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/** A schedule as read and written; the id of a request is the address's. */
record ScheduleBody(@Nullable String id, @Nullable String name, @Nullable List<@Nullable Hours> hours) {

    /** Hours from a day on, by kind of day. */
    record Hours(@Nullable LocalDate from, @Nullable Map<DayKind, @Nullable List<@Nullable Span>> spans) {}

    /** Times of the day; {@code closes} 00:00 means 24:00. */
    record Span(@Nullable LocalTime opens, @Nullable LocalTime closes) {}

    static ScheduleBody of(Schedule schedule) {
        var hours = schedule.hours().stream()
            .map(in -> new Hours(in.from(), spansOf(in)))
            .toList();
        return new ScheduleBody(schedule.id().value(), schedule.name(), hours);
    }

    /** @throws Problem naming what is missing */
    Schedule schedule(ScheduleId of) {
        new Problem.Fields()
            .reject(name == null, "name", "REQUIRED")
            .reject(hours == null, "hours", "REQUIRED")
            .done();
        return new Schedule(of, name, hours.stream().map(ScheduleBody::workingHours).toList());
    }

    private static WorkingHours workingHours(@Nullable Hours hours) {
        if (hours == null || hours.from == null || hours.spans == null) {
            throw Problem.field("hours", "REQUIRED");
        }
        var spans = new TreeMap<DayKind, List<TimeSpan>>();
        hours.spans.forEach((kind, open) ->
            spans.put(kind, open == null ? List.of() : open.stream().map(ScheduleBody::timeSpan).toList()));
        return new WorkingHours(hours.from, spans);
    }

    private static TimeSpan timeSpan(@Nullable Span span) {
        if (span == null || span.opens == null || span.closes == null) {
            throw Problem.field("hours.spans", "REQUIRED");
        }
        return TimeSpan.of(span.opens, span.closes);
    }

    private static Map<DayKind, @Nullable List<@Nullable Span>> spansOf(WorkingHours hours) {
        var spans = new TreeMap<DayKind, @Nullable List<@Nullable Span>>();
        hours.spans().forEach((kind, open) -> spans.put(kind, open.stream().map(ScheduleBody::span).toList()));
        return spans;
    }

    private static Span span(TimeSpan span) {
        return new Span(time(span.opensMinute()), time(span.closesMinute()));
    }

    private static LocalTime time(int minute) {
        return LocalTime.MIDNIGHT.plusMinutes(minute);
    }
}
