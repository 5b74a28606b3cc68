package org.hejie.calendar.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hejie.calendar.CalendarVersion;
import org.hejie.calendar.DayKind;
import org.hejie.calendar.Schedule;
import org.hejie.calendar.ScheduleId;
import org.hejie.calendar.TimeSpan;
import org.hejie.calendar.WorkingHours;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Schedules as rows: one for each span of hours open. */
@Component
class ScheduleRows {

    private record SpanRow(
            String id, String name, LocalDate effectiveFrom, String dayKind, int opensMinute, int closesMinute) {}

    private final JdbcClient jdbc;

    ScheduleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The schedules as they hold now. */
    List<Schedule> all() {
        return jdbc.sql("""
                select s.id, s.name, h.effective_from, h.day_kind, h.opens_minute, h.closes_minute
                  from calendar.schedule s
                  join calendar.schedule_hours h on h.schedule_id = s.id and h.version = s.version
                 where s.version = (select max(n.version) from calendar.schedule n where n.id = s.id)
                 order by s.id, h.effective_from, h.day_kind, h.opens_minute
                """)
            .query(SpanRow.class)
            .stream()
            .collect(Collectors.groupingBy(SpanRow::id))
            .values()
            .stream()
            .map(ScheduleRows::assemble)
            .toList();
    }

    void insert(Schedule schedule, CalendarVersion version) {
        jdbc.sql("insert into calendar.schedule (id, version, name) values (:id, :version, :name)")
            .param("id", schedule.id().value())
            .param("version", version.number())
            .param("name", schedule.name())
            .update();
        for (var hours : schedule.hours()) {
            hours.spans().forEach((kind, spans) ->
                spans.forEach(span -> insertSpan(schedule.id(), version, hours.from(), kind, span)));
        }
    }

    private void insertSpan(ScheduleId id, CalendarVersion version, LocalDate from, DayKind kind, TimeSpan span) {
        jdbc.sql("""
                insert into calendar.schedule_hours
                       (schedule_id, version, effective_from, day_kind, opens_minute, closes_minute)
                values (:id, :version, :from, :kind, :opens, :closes)
                """)
            .param("id", id.value())
            .param("version", version.number())
            .param("from", from)
            .param("kind", kind.name())
            .param("opens", span.opensMinute())
            .param("closes", span.closesMinute())
            .update();
    }

    private static Schedule assemble(List<SpanRow> rows) {
        var hours = rows.stream()
            .collect(Collectors.groupingBy(SpanRow::effectiveFrom))
            .entrySet()
            .stream()
            .map(from -> new WorkingHours(from.getKey(), spans(from.getValue())))
            .toList();
        return new Schedule(new ScheduleId(rows.getFirst().id()), rows.getFirst().name(), hours);
    }

    private static Map<DayKind, List<TimeSpan>> spans(List<SpanRow> rows) {
        return rows.stream().collect(Collectors.groupingBy(
            row -> DayKind.valueOf(row.dayKind()),
            Collectors.mapping(row -> new TimeSpan(row.opensMinute(), row.closesMinute()), Collectors.toList())));
    }
}
