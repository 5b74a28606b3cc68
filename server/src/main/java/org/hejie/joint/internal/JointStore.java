package org.hejie.joint.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.hejie.joint.NewSession;
import org.hejie.joint.JointSession.Answer;
import org.hejie.joint.JointSession.State;
import org.hejie.matter.MatterId;
import org.hejie.org.UnitId;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes sessions and what happens at them. */
@Component
class JointStore {

    private final JdbcClient jdbc;
    private final Ids ids;

    JointStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** What of a matter forbids a session. */
    record Ground(boolean never, boolean open) {
    }

    Optional<Ground> ground(MatterId matter) {
        return jdbc.sql("select never_mediate, open from matter.matter where id = :id").param("id", matter.value())
                .query((row, number) -> new Ground(row.getBoolean(1), row.getBoolean(2))).optional();
    }

    long insert(MatterId matter, NewSession session, Instant at, long by, UnitId unit) {
        long id = ids.next();
        jdbc.sql("""
                insert into joint.session (id, matter_id, reason, meets_at, place, called_at, called_by, called_unit, state, version)
                values (:id, :matter, :reason, :meetsAt, :place, :at, :by, :unit, 'CALLED', 1)
                """)
                .param("id", id).param("matter", matter.value()).param("reason", session.reason())
                .param("meetsAt", Times.utc(session.meetsAt())).param("place", session.place()).param("at", Times.utc(at))
                .param("by", by).param("unit", unit.value()).update();
        for (UnitId called : session.units()) {
            jdbc.sql("insert into joint.call (session_id, unit_id) values (:id, :unit)")
                    .param("id", id).param("unit", called.value()).update();
        }
        return id;
    }

    Optional<Session> lock(long id) {
        return read(id, " for no key update of s");
    }

    Optional<Session> read(long id) {
        return read(id, "");
    }

    private Optional<Session> read(long id, String lock) {
        return jdbc.sql("""
                select s.id, s.matter_id, s.state, s.called_unit, s.called_at, s.signed_at is not null as signed, s.version,
                       array(select c.unit_id from joint.call c where c.session_id = s.id order by c.unit_id) as units,
                       (select count(*) from joint.call c where c.session_id = s.id and c.came is null) as unmarked
                  from joint.session s where s.id = :id
                """ + lock).param("id", id)
                .query((row, number) -> new Session(row.getLong("id"), new MatterId(row.getLong("matter_id")),
                        State.valueOf(row.getString("state")), new UnitId(row.getLong("called_unit")),
                        row.getObject("called_at", OffsetDateTime.class).toInstant(), row.getBoolean("signed"),
                        row.getInt("version"),
                        Arrays.stream((Long[]) row.getArray("units").getArray()).map(UnitId::new).toList(), row.getInt("unmarked")))
                .optional();
    }

    void answer(long session, UnitId unit, Answer answer, @Nullable String note, Instant at, long by) {
        jdbc.sql("""
                update joint.call set answer = :answer, answer_note = :note, answered_at = :at, answered_by = :by
                 where session_id = :id and unit_id = :unit
                """)
                .param("id", session).param("unit", unit.value()).param("answer", answer.name()).param("note", note)
                .param("at", Times.utc(at)).param("by", by).update();
    }

    /** Marks the attendance; false if the unit had been marked so before. @param attendee null: nobody came */
    boolean mark(long session, UnitId unit, @Nullable String attendee, @Nullable Instant arrivedAt, long by) {
        return jdbc.sql("""
                update joint.call set came = :came, attendee = :attendee, arrived_at = :arrived, marked_by = :by
                 where session_id = :id and unit_id = :unit and came is not true
                   and (came is null or :came)
                """)
                .param("id", session).param("unit", unit.value()).param("came", attendee != null).param("attendee", attendee)
                .param("arrived", Times.utc(arrivedAt)).param("by", by).update() == 1;
    }

    void state(long session, State state, @Nullable String why) {
        jdbc.sql("update joint.session set state = :state, cancelled_why = :why where id = :id")
                .param("id", session).param("state", state.name()).param("why", why).update();
    }

    void opinion(long session, UnitId unit, String text, boolean dissents, Instant at, long by) {
        jdbc.sql("""
                insert into joint.opinion (id, session_id, unit_id, text, dissents, recorded_at, recorded_by)
                values (:id, :session, :unit, :text, :dissents, :at, :by)
                """)
                .param("id", ids.next()).param("session", session).param("unit", unit.value()).param("text", text)
                .param("dissents", dissents).param("at", Times.utc(at)).param("by", by).update();
    }

    void minutes(Session session, String text) {
        changed(jdbc.sql("update joint.session set minutes = :text, version = version + 1 where id = :id and version = :seen")
                .param("text", text).param("id", session.id()).param("seen", session.version()).update());
    }

    void sign(Session session, Instant at, long by) {
        changed(jdbc.sql("""
                update joint.session set signed_at = :at, signed_by = :by, version = version + 1
                 where id = :id and version = :seen
                """).param("at", Times.utc(at)).param("by", by).param("id", session.id()).param("seen", session.version()).update());
    }

    void add(@Nullable Long session, @Nullable Long meeting, String text, Instant at, long by) {
        jdbc.sql("""
                insert into joint.addendum (id, session_id, meeting_id, text, added_at, added_by)
                values (:id, :session, :meeting, :text, :at, :by)
                """)
                .param("id", ids.next()).param("session", session).param("meeting", meeting).param("text", text)
                .param("at", Times.utc(at)).param("by", by).update();
    }

    String minutesOf(long session) {
        return jdbc.sql("select minutes from joint.session where id = :id").param("id", session).query(String.class).single();
    }

    static void changed(int rows) {
        if (rows == 0) {
            throw Problem.of(ProblemType.STALE);
        }
    }
}
