package org.hejie.calendar.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hejie.calendar.DayKind;
import org.hejie.calendar.Schedule;
import org.hejie.calendar.TimeSpan;
import org.hejie.calendar.WorkingHours;
import org.jspecify.annotations.Nullable;

/** A schedule as it is read. */
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
