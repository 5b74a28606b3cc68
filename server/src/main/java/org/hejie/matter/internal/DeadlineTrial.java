package org.hejie.matter.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.OutsideCalendar;
import org.hejie.calendar.WorkCalendar;
import org.hejie.rules.Trial.Aspect;
import org.hejie.rules.Trial.TrialLabel;
import org.hejie.rules.Trial;
import org.hejie.rules.TrialRow;
import org.hejie.rules.TrialTally;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reckons the clocks of the newest matters by other days or hours: which deadlines still open would move and by how many calendar
 * days, and which stopped clocks would have been overdue. Nothing is changed.
 */
@Component
class DeadlineTrial {


    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final ClockRows rows;
    private final Calendars calendars;
    private final JsonMapper json;
    private final Clock clock;

    DeadlineTrial(JdbcClient jdbc, ClockRows rows, Calendars calendars, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.calendars = calendars;
        this.json = json;
        this.clock = clock;
    }

    private record Course(long id, Instant registeredAt, List<ClockRun> clocks) {}

    /** @param changed the calendar a clock would run by, from the one it runs by now */
    @Transactional(readOnly = true)
    Trial run(UnaryOperator<WorkCalendar> changed, int most, Consumer<TrialRow> rows) {
        Map<WorkCalendar, WorkCalendar> drafts = new HashMap<>();
        var tally = new TrialTally(rows);
        try (var courses = newest(most)) {
            courses.forEach(course -> {
                tally.matter(course.registeredAt());
                for (var run : course.clocks()) {
                    var now = calendars.calendar(run.schedule);
                    compare(course, run, now, drafts.computeIfAbsent(now, changed), tally);
                }
            });
        }
        return tally.done();
    }

    private Stream<Course> newest(int most) {
        return jdbc.sql("""
                select m.id, m.registered_at,
                       (select json_agg(c) from matter.clock c where c.matter_id = m.id)::text as clocks
                  from matter.matter m
                 where m.status <> 'MERGED'
                 order by m.registered_at desc, m.id desc
                 limit :most
                """).param("most", most).withFetchSize(AT_ONCE)
                .query((row, n) -> new Course(row.getLong("id"), row.getObject("registered_at", OffsetDateTime.class).toInstant(), clocks(row.getString("clocks"))))
                .stream();
    }

    private List<ClockRun> clocks(@Nullable String text) {
        List<ClockRun> read = new ArrayList<>();
        if (text != null) {
            json.readTree(text).forEach(row -> read.add(rows.read(row)));
        }
        return read;
    }

    private void compare(Course course, ClockRun run, WorkCalendar now, WorkCalendar draft, TrialTally tally) {
        Instant before;
        Instant after;
        try {
            before = now.due(run.startedAt, run.limit, run.extensions, run.pauses).dueAt();
            after = draft.due(run.startedAt, run.limit, run.extensions, run.pauses).dueAt();
        } catch (OutsideCalendar tooLongAgo) {
            return;
        }
        if (before.equals(after)) {
            return;
        }
        var from = new TrialLabel("时限 " + run.limit, "limit " + run.limit);
        if (run.running()) {
            add(tally, Aspect.DEADLINE, from, moved(before, after), course, run.key);
        }
        Instant end = Objects.requireNonNullElseGet(run.stoppedAt, clock::instant);
        if (before.isBefore(end) != after.isBefore(end)) {
            add(tally, after.isBefore(end) ? Aspect.OVERDUE : Aspect.IN_TIME, from, moved(before, after), course, run.key);
        }
    }

    /** In calendar days; in hours within a day. */
    private static TrialLabel moved(Instant before, Instant after) {
        long days = ChronoUnit.DAYS.between(Times.dateOf(before), Times.dateOf(after));
        boolean later = after.isAfter(before);
        if (days != 0) {
            return new TrialLabel((later ? "推后 " : "提前 ") + Math.abs(days) + " 天", Math.abs(days) + (later ? " d later" : " d earlier"));
        }
        double hours = Math.ceil(Duration.between(before, after).abs().toMinutes() / 6.0) / 10;
        return new TrialLabel((later ? "推后 " : "提前 ") + hours + " 小时", hours + (later ? " h later" : " h earlier"));
    }

    private static void add(TrialTally tally, Aspect aspect, TrialLabel from, TrialLabel to, Course course, String clock) {
        tally.otherwise(aspect, from, to, course.id(), clock);
    }
}
