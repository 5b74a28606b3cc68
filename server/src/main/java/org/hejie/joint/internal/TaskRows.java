package org.hejie.joint.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hejie.joint.NewTask;
import org.hejie.joint.TaskRow;
import org.hejie.joint.TaskRow.State;
import org.hejie.matter.MatterId;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of tasks. */
@Component
class TaskRows {

    private static final String ROW = """
            select t.id, t.matter_id, m.code, m.title, t.session_id, t.meeting_id, t.unit_id, t.responsible, t.text, t.due_at,
                   t.state, t.answer, t.answered_at, t.set_at, t.version
              from joint.task t
              join matter.matter m on m.id = t.matter_id
            """;

    private final JdbcClient jdbc;
    private final Names names;
    private final Ids ids;
    private final Clock clock;

    TaskRows(JdbcClient jdbc, Names names, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.names = names;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where a task comes from: of the two one is null. */
    record Origin(MatterId matter, @Nullable Long session, @Nullable Long meeting) {
    }

    /** What must be known of a task to answer it. */
    record Held(long id, MatterId matter, UnitId unit, State state, int version) {
    }

    long insert(Origin origin, NewTask task, Instant dueAt, Instant at, long by, long[] keys) {
        long id = ids.next();
        jdbc.sql("""
                insert into joint.task (id, matter_id, session_id, meeting_id, unit_id, responsible, text, due_at, limit_text,
                                        set_at, set_by, state, version, visible_to)
                values (:id, :matter, :session, :meeting, :unit, :responsible, :text, :dueAt, :limit, :at, :by, 'OPEN', 1, :keys)
                """)
                .param("id", id).param("matter", origin.matter().value()).param("session", origin.session())
                .param("meeting", origin.meeting()).param("unit", task.unit().value()).param("responsible", task.responsible())
                .param("text", task.text()).param("dueAt", Times.utc(dueAt))
                .param("limit", task.limit() == null ? null : task.limit().toString()).param("at", Times.utc(at)).param("by", by)
                .param("keys", keys).update();
        return id;
    }

    Optional<Held> lock(long id) {
        return jdbc.sql("select id, matter_id, unit_id, state, version from joint.task where id = :id for no key update").param("id", id)
                .query((row, number) -> new Held(row.getLong("id"), new MatterId(row.getLong("matter_id")),
                        new UnitId(row.getLong("unit_id")), State.valueOf(row.getString("state")), row.getInt("version")))
                .optional();
    }

    void answer(long id, State state, String text, Instant at, long by) {
        jdbc.sql("""
                update joint.task set state = :state, answer = :text, answered_at = :at, answered_by = :by, version = version + 1
                 where id = :id
                """)
                .param("id", id).param("state", state.name()).param("text", text).param("at", Times.utc(at)).param("by", by).update();
    }

    /** Of one session or one meeting. */
    List<TaskRow> of(@Nullable Long session, @Nullable Long meeting) {
        return jdbc.sql(ROW + " where t.session_id = :session::bigint or t.meeting_id = :meeting::bigint order by t.id")
                .param("session", session).param("meeting", meeting).query((row, number) -> row(row)).list();
    }

    Page<TaskRow> list(@Nullable Long unit, @Nullable State state, @Nullable Boolean overdue, @Nullable String cursor, int limit) {
        List<String> after = cursor == null ? List.of(Instant.EPOCH.toString(), "0") : Cursor.decode(cursor, 2);
        List<TaskRow> rows = jdbc.sql(ROW + """
                 where (t.due_at, t.id) > (:at, :id) and (:unit::bigint is null or t.unit_id = :unit)
                   and (:state::text is null or t.state = :state)
                   and (:overdue::boolean is null or (t.state = 'OPEN' and t.due_at < :now) = :overdue)
                 order by t.due_at, t.id
                 limit :rows
                """)
                .param("at", Times.utc(Names.time(after.getFirst()))).param("id", Names.number(after.getLast()))
                .param("unit", unit).param("state", state == null ? null : state.name()).param("overdue", overdue)
                .param("now", Times.utc(clock.instant())).param("rows", limit + 1).query((row, number) -> row(row)).list();
        return Page.of(rows, limit, row -> Cursor.encode(row.dueAt(), row.id()), null);
    }

    private TaskRow row(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        Instant dueAt = row.getObject("due_at", OffsetDateTime.class).toInstant();
        Instant answeredAt = Times.instant(row.getObject("answered_at", OffsetDateTime.class));
        var unit = new UnitId(row.getLong("unit_id"));
        return new TaskRow(row.getLong("id"), row.getLong("matter_id"), row.getString("code"), row.getString("title"),
                row.getObject("session_id", Long.class), row.getObject("meeting_id", Long.class), names.unit(unit.value()),
                row.getString("responsible"), row.getString("text"), dueAt, state,
                state == State.OPEN && dueAt.isBefore(clock.instant()), answeredAt != null && answeredAt.isAfter(dueAt),
                row.getString("answer"), answeredAt, row.getObject("set_at", OffsetDateTime.class).toInstant(),
                state == State.OPEN && JointPowers.speaksFor(Actors.current(), unit), row.getInt("version"));
    }
}
