package org.hejie.joint.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hejie.joint.ResponseRow;
import org.hejie.joint.SessionRow;
import org.hejie.joint.JointSession;
import org.hejie.joint.JointSession.Addendum;
import org.hejie.joint.JointSession.Answer;
import org.hejie.joint.JointSession.Call;
import org.hejie.joint.JointSession.Deed;
import org.hejie.joint.JointSession.JointOpinion;
import org.hejie.joint.JointSession.State;
import org.hejie.joint.JointSession.UnitName;
import org.hejie.shared.Times;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads sessions. */
@Component
class JointReader {

    private final JdbcClient jdbc;
    private final Names names;
    private final TaskRows tasks;

    JointReader(JdbcClient jdbc, Names names, TaskRows tasks) {
        this.jdbc = jdbc;
        this.names = names;
        this.tasks = tasks;
    }

    Optional<JointSession> view(Session session, Set<Deed> may) {
        List<Call> calls = calls(session.id());
        return jdbc.sql("""
                select s.*, m.code, m.title
                  from joint.session s
                  join matter.matter m on m.id = s.matter_id
                 where s.id = :id
                """).param("id", session.id())
                .query((row, number) -> new JointSession(session.id(), session.matter().value(), row.getString("code"),
                        row.getString("title"), row.getString("reason"), at(row, "meets_at"), row.getString("place"),
                        session.calledAt(), names.staffOr(row.getLong("called_by"), "—"), names.unit(row.getLong("called_unit")),
                        session.state(), row.getString("cancelled_why"), calls.size(),
                        (int) calls.stream().filter(call -> Boolean.TRUE.equals(call.came())).count(), calls,
                        opinions(session.id()), tasks.of(session.id(), null), row.getString("minutes"), atOrNull(row, "signed_at"),
                        names.staff(row.getObject("signed_by", Long.class)), addenda(session.id(), null), session.version(), may))
                .optional();
    }

    private List<Call> calls(long session) {
        return jdbc.sql("""
                select unit_id, answer, answer_note, answered_at, came, attendee, arrived_at
                  from joint.call where session_id = :id order by unit_id
                """).param("id", session)
                .query((row, number) -> new Call(names.unit(row.getLong("unit_id")),
                        row.getString("answer") == null ? null : Answer.valueOf(row.getString("answer")),
                        row.getString("answer_note"), atOrNull(row, "answered_at"), row.getObject("came", Boolean.class),
                        row.getString("attendee"), atOrNull(row, "arrived_at")))
                .list();
    }

    private List<JointOpinion> opinions(long session) {
        return jdbc.sql("""
                select id, unit_id, text, dissents, recorded_at, recorded_by from joint.opinion where session_id = :id order by id
                """).param("id", session)
                .query((row, number) -> new JointOpinion(row.getLong("id"), names.unit(row.getLong("unit_id")), row.getString("text"),
                        row.getBoolean("dissents"), at(row, "recorded_at"), names.staff(row.getLong("recorded_by"))))
                .list();
    }

    List<Addendum> addenda(@Nullable Long session, @Nullable Long meeting) {
        return jdbc.sql("""
                select id, text, added_at, added_by from joint.addendum
                 where session_id = :session::bigint or meeting_id = :meeting::bigint order by id
                """).param("session", session).param("meeting", meeting)
                .query((row, number) -> new Addendum(row.getLong("id"), row.getString("text"), at(row, "added_at"),
                        names.staff(row.getLong("added_by"))))
                .list();
    }

    Page<SessionRow> list(@Nullable Long matter, @Nullable LocalDate on, @Nullable String cursor, int limit) {
        List<String> after = cursor == null ? List.of("9999-01-01T00:00:00Z", "0") : Cursor.decode(cursor, 2);
        List<SessionRow> rows = jdbc.sql("""
                select s.id, s.matter_id, m.code, m.title, s.meets_at, s.place, s.called_unit, s.state,
                       s.signed_at is not null as signed,
                       (select count(*) from joint.call c where c.session_id = s.id) as called,
                       (select count(*) from joint.call c where c.session_id = s.id and c.came) as came
                  from joint.session s
                  join matter.matter m on m.id = s.matter_id
                 where (s.meets_at, s.id) < (:at, :id) and (:matter::bigint is null or s.matter_id = :matter)
                   and s.meets_at >= :from and s.meets_at < :to
                 order by s.meets_at desc, s.id desc
                 limit :rows
                """)
                .param("at", Times.utc(Names.time(after.getFirst()))).param("id", Names.number(after.getLast()))
                .param("matter", matter).param("from", start(on == null ? LocalDate.of(1970, 1, 1) : on))
                .param("to", start(on == null ? LocalDate.of(9998, 1, 1) : on.plusDays(1))).param("rows", limit + 1)
                .query((row, number) -> new SessionRow(row.getLong("id"), row.getLong("matter_id"), row.getString("code"),
                        row.getString("title"), at(row, "meets_at"), row.getString("place"), names.unit(row.getLong("called_unit")),
                        State.valueOf(row.getString("state")), row.getInt("called"), row.getInt("came"), row.getBoolean("signed")))
                .list();
        return Page.of(rows, limit, row -> Cursor.encode(row.meetsAt(), row.id()), null);
    }

    Page<ResponseRow> responses(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String cursor, int limit) {
        List<String> after = cursor == null ? List.of(Integer.toString(Integer.MAX_VALUE), "0") : Cursor.decode(cursor, 2);
        List<ResponseRow> rows = jdbc.sql("""
                select * from (
                    select c.unit_id, count(*) as called, count(*) filter (where c.came) as came
                      from joint.call c
                      join joint.session s on s.id = c.session_id
                     where s.state = 'HELD' and c.came is not null and s.meets_at >= :from and s.meets_at < :to
                     group by c.unit_id) counted
                 where (called, -unit_id) < (:called, -:unit::bigint)
                 order by called desc, unit_id
                 limit :rows
                """)
                .param("from", start(from == null ? LocalDate.of(1970, 1, 1) : from))
                .param("to", start(to == null ? LocalDate.of(9998, 1, 1) : to.plusDays(1)))
                .param("called", Names.number(after.getFirst())).param("unit", Names.number(after.getLast())).param("rows", limit + 1)
                .query((row, number) -> {
                    UnitName unit = names.unit(row.getLong("unit_id"));
                    return new ResponseRow(unit.id(), unit.name(), unit.nameEn(), row.getInt("called"), row.getInt("came"));
                }).list();
        return Page.of(rows, limit, row -> Cursor.encode(row.called(), row.id()), null);
    }

    static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(Times.ZONE).toOffsetDateTime();
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
        return Times.instant(row.getObject(column, OffsetDateTime.class));
    }
}
