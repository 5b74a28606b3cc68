package org.hejie.matter.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hejie.calendar.CalendarVersion;
import org.hejie.calendar.Deadline;
import org.hejie.calendar.Limit;
import org.hejie.calendar.Pause;
import org.hejie.calendar.ScheduleId;
import org.hejie.matter.procedure.ClockKind;
import org.hejie.shared.Times;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Clocks to rows and back. Extensions are kept as {@code 5wd,3wd}, pauses as {@code from/until/REASON,…}. */
@Component
class ClockRows {

    private final JsonMapper json;

    ClockRows(JsonMapper json) {
        this.json = json;
    }

    List<Map<String, Object>> rows(Matter matter, Predicate<ClockRun> which) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ClockRun clock : matter.clocks) {
            if (!which.test(clock)) {
                continue;
            }
            Map<String, Object> row = new LinkedHashMap<>(40);
            row.put("matter_id", matter.id.value());
            row.put("key", clock.key);
            row.put("run", clock.run);
            row.put("kind", clock.kind.name());
            row.put("basis", clock.basis);
            row.put("schedule", clock.schedule.value());
            row.put("limit_text", clock.limit.toString());
            row.put("started_at", MatterRows.time(clock.startedAt));
            row.put("due_at", MatterRows.time(clock.deadline.dueAt()));
            row.put("amber_at", MatterRows.time(clock.deadline.amberAt()));
            row.put("paused_at", MatterRows.time(clock.pausedAt));
            row.put("pause_reason", clock.pauseReason);
            row.put("review_on", clock.reviewOn == null ? null : clock.reviewOn.toString());
            row.put("stopped_at", MatterRows.time(clock.stoppedAt));
            row.put("extensions", String.join(",", clock.extensions.stream().map(Limit::toString).toList()));
            row.put("pauses", String.join(",", clock.pauses.stream().map(ClockRows::text).toList()));
            row.put("trace", clock.reckoned ? json.valueToTree(clock.deadline.trace()) : null);
            row.put("calendar_version", clock.deadline.version().number());
            row.put("provisional", clock.deadline.provisional());
            rows.add(row);
        }
        return rows;
    }

    /** Reads a clock; its trace stays in the database, since a move either leaves it or reckons it anew. */
    ClockRun read(ResultSet row) throws SQLException {
        var deadline = new Deadline(instant(row, "due_at"), instant(row, "amber_at"), List.of(),
                new CalendarVersion(row.getLong("calendar_version")), row.getBoolean("provisional"));
        var clock = new ClockRun(row.getString("key"), row.getInt("run"), ClockKind.valueOf(row.getString("kind")),
                row.getString("basis"), new ScheduleId(row.getString("schedule")), Limit.parse(row.getString("limit_text")),
                instant(row, "started_at"), deadline);
        clock.pausedAt = Times.instant(row.getObject("paused_at", OffsetDateTime.class));
        clock.pauseReason = row.getString("pause_reason");
        clock.reviewOn = row.getObject("review_on", LocalDate.class);
        clock.stoppedAt = Times.instant(row.getObject("stopped_at", OffsetDateTime.class));
        split(row.getString("extensions")).forEach(text -> clock.extensions.add(Limit.parse(text)));
        split(row.getString("pauses")).forEach(text -> clock.pauses.add(pause(text)));
        clock.stored();
        return clock;
    }

    private static List<String> split(String list) {
        return list.isEmpty() ? List.of() : Arrays.asList(list.split(","));
    }

    private static String text(Pause pause) {
        return pause.from() + "/" + pause.until() + "/" + pause.reason();
    }

    private static Pause pause(String text) {
        String[] parts = text.split("/");
        return new Pause(Instant.parse(parts[0]), Instant.parse(parts[1]), parts[2]);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
