package org.hejie.matter.internal;

import java.time.Instant;
import java.time.LocalDate;
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
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clocks to rows and back. Extensions are kept as {@code 5wd,3wd}, pauses as {@code from/until/REASON,…}. */
@Component
class ClockRows {

    private final JsonMapper json;

    ClockRows(JsonMapper json) {
        this.json = json;
    }

    /** Whole clocks. */
    List<Map<String, Object>> rows(Matter matter, Predicate<ClockRun> which) {
        return matter.clocks.stream().filter(which).map(clock -> {
            Map<String, Object> row = new LinkedHashMap<>(40);
            row.put("matter_id", matter.id.value());
            row.put("key", clock.key);
            row.put("run", clock.run);
            row.put("kind", clock.kind.name());
            row.put("basis", clock.basis);
            row.put("schedule", clock.schedule.value());
            row.put("limit_text", clock.limit.toString());
            row.put("started_at", MatterRows.time(clock.startedAt));
            row.putAll(changing(clock));
            return row;
        }).toList();
    }

    /** Of the clocks that have changed, which they are and what may have changed; of clocks that only stopped, when. */
    List<Map<String, Object>> changed(Matter matter) {
        List<ClockRun> changed = matter.clocks.stream().filter(clock -> !clock.fresh && clock.changed()).toList();
        boolean stops = changed.stream().allMatch(ClockRun::onlyStopped);
        return changed.stream().map(clock -> {
            Map<String, Object> row = new LinkedHashMap<>(32);
            row.put("key", clock.key);
            row.put("run", clock.run);
            if (stops) {
                row.put("stopped_at", MatterRows.time(clock.stoppedAt));
            } else {
                row.putAll(changing(clock));
            }
            return row;
        }).toList();
    }

    private Map<String, Object> changing(ClockRun clock) {
        Map<String, Object> row = new LinkedHashMap<>(32);
        row.put("due_at", MatterRows.time(clock.deadline.dueAt()));
        row.put("amber_at", MatterRows.time(clock.deadline.amberAt()));
        row.put("paused_at", MatterRows.time(clock.pausedAt));
        row.put("pause_reason", clock.pauseReason);
        row.put("review_on", clock.reviewOn == null ? null : clock.reviewOn.toString());
        row.put("stopped_at", MatterRows.time(clock.stoppedAt));
        row.put("extensions", String.join(",", clock.extensions.stream().map(Limit::toString).toList()));
        row.put("pauses", String.join(",", clock.pauses.stream().map(ClockRows::text).toList()));
        row.put("trace", clock.reckoned ? json.writeValueAsString(clock.deadline.trace()) : null);
        row.put("calendar_version", clock.deadline.version().number());
        row.put("provisional", clock.deadline.provisional());
        return row;
    }

    /** Reads a clock; its trace stays in the database, since a move either leaves it or reckons it anew. */
    ClockRun read(JsonNode row) {
        var deadline = new Deadline(JsonRows.time(row, "due_at"), JsonRows.time(row, "amber_at"), List.of(),
                new CalendarVersion(row.get("calendar_version").asLong()), row.get("provisional").asBoolean());
        var clock = new ClockRun(row.get("key").asString(), row.get("run").asInt(),
                ClockKind.valueOf(row.get("kind").asString()), row.get("basis").asString(),
                new ScheduleId(row.get("schedule").asString()), Limit.parse(row.get("limit_text").asString()),
                JsonRows.time(row, "started_at"), deadline);
        clock.pausedAt = JsonRows.timeIfAny(row, "paused_at");
        clock.pauseReason = JsonRows.text(row, "pause_reason");
        String review = JsonRows.text(row, "review_on");
        clock.reviewOn = review == null ? null : LocalDate.parse(review);
        clock.stoppedAt = JsonRows.timeIfAny(row, "stopped_at");
        split(row.get("extensions").asString()).forEach(text -> clock.extensions.add(Limit.parse(text)));
        split(row.get("pauses").asString()).forEach(text -> clock.pauses.add(pause(text)));
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
}
