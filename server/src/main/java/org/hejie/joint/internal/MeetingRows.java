package org.hejie.joint.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hejie.joint.MeetingView.Agenda;
import org.hejie.joint.MeetingView.AgendaItem;
import org.hejie.joint.MeetingView.MeetingRow;
import org.hejie.org.UnitId;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of morning meetings. */
@Component
class MeetingRows {

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Names names;
    private final Ids ids;

    MeetingRows(JdbcClient jdbc, Names names, Ids ids) {
        this.jdbc = jdbc;
        this.names = names;
        this.ids = ids;
    }

    /** A meeting's own row. */
    record Meeting(long id, UnitId unit, LocalDate heldOn, Instant startedAt, long startedBy, String minutes,
            @Nullable Instant signedAt, @Nullable Long signedBy, int version) {
    }

    /** What is urgent now in the scope; of each list the first hundred. @param since of the meeting before */
    List<AgendaItem> agenda(Instant since, Instant now) {
        LocalDate today = Times.dateOf(now);
        return jdbc.sql("""
                select * from (
                    (select 'RED' as list, 1 as place, m.id, m.code, m.title, m.status, m.due_at, m.lead_unit, null::bigint as session_id,
                            null::timestamptz as meets_at, null::text as meeting_place, r.raised_at as by_time
                       from matter.red_mark r join matter.matter m on m.id = r.matter_id
                      where r.lowered_at is null and r.raised_at >= :since and m.open
                      order by r.raised_at limit :most)
                    union all
                    (select 'OVERDUE', 2, m.id, m.code, m.title, m.status, m.due_at, m.lead_unit, null, null, null, m.due_at
                       from matter.matter m where m.open and m.due_at <= :now
                      order by m.due_at, m.id limit :most)
                    union all
                    (select 'SECOND_RETURN', 3, m.id, m.code, m.title, m.status, m.due_at, m.lead_unit, null, null, null, m.registered_at
                       from matter.matter m where m.open and m.status in ('ADJUDICATION', 'ASSIGNED') and m.return_count >= 2
                      order by m.registered_at limit :most)
                    union all
                    (select 'SESSION', 4, m.id, m.code, m.title, m.status, m.due_at, m.lead_unit, s.id, s.meets_at, s.place, s.meets_at
                       from joint.session s join matter.matter m on m.id = s.matter_id
                      where s.meets_at >= :from and s.meets_at < :to and s.state <> 'CANCELLED'
                      order by s.meets_at limit :most)) agenda
                 order by place, by_time, id
                """)
                .param("since", Times.utc(since)).param("now", Times.utc(now)).param("from", JointReader.start(today))
                .param("to", JointReader.start(today.plusDays(1))).param("most", MOST)
                .query((row, number) -> item(row)).list();
    }

    private AgendaItem item(ResultSet row) throws SQLException {
        Long lead = row.getObject("lead_unit", Long.class);
        return new AgendaItem(Agenda.valueOf(row.getString("list")), row.getLong("id"), row.getString("code"), row.getString("title"),
                row.getString("status"), Times.instant(row.getObject("due_at", OffsetDateTime.class)),
                lead == null ? null : names.unit(lead), row.getObject("session_id", Long.class),
                Times.instant(row.getObject("meets_at", OffsetDateTime.class)), row.getString("meeting_place"));
    }

    /** When the unit's last meeting before today began. */
    Optional<Instant> lastBegan(UnitId unit, LocalDate today) {
        return jdbc.sql("""
                select started_at from joint.meeting where unit_id = :unit and held_on < :today order by held_on desc limit 1
                """).param("unit", unit.value()).param("today", today)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant()).optional();
    }

    long insert(UnitId unit, Instant at, long by, long[] keys, List<AgendaItem> items) {
        long id = ids.next();
        jdbc.sql("""
                insert into joint.meeting (id, unit_id, held_on, started_at, started_by, version, visible_to)
                values (:id, :unit, :on, :at, :by, 1, :keys)
                """)
                .param("id", id).param("unit", unit.value()).param("on", Times.dateOf(at)).param("at", Times.utc(at))
                .param("by", by).param("keys", keys).update();
        for (int i = 0; i < items.size(); i++) {
            AgendaItem item = items.get(i);
            jdbc.sql("""
                    insert into joint.meeting_item (meeting_id, list, position, matter_id, session_id, status, due_at, lead_unit)
                    values (:meeting, :list, :position, :matter, :session, :status, :due, :lead)
                    """)
                    .param("meeting", id).param("list", item.list().name()).param("position", i + 1).param("matter", item.matterId())
                    .param("session", item.sessionId()).param("status", item.status()).param("due", Times.utc(item.dueAt()))
                    .param("lead", item.lead() == null ? null : item.lead().id()).update();
        }
        return id;
    }

    /** The agenda as it was; the titles as they are. */
    List<AgendaItem> items(long meeting) {
        return jdbc.sql("""
                select i.list, m.id, m.code, m.title, i.status, i.due_at, i.lead_unit, i.session_id, s.meets_at, s.place as meeting_place
                  from joint.meeting_item i
                  join matter.matter m on m.id = i.matter_id
                  left join joint.session s on s.id = i.session_id
                 where i.meeting_id = :id
                 order by i.position
                """).param("id", meeting).query((row, number) -> item(row)).list();
    }

    Optional<Meeting> find(long id, boolean lock) {
        return jdbc.sql("select * from joint.meeting where id = :id" + (lock ? " for no key update" : "")).param("id", id)
                .query((row, number) -> meeting(row)).optional();
    }

    Optional<Meeting> of(UnitId unit, LocalDate on) {
        return jdbc.sql("select * from joint.meeting where unit_id = :unit and held_on = :on")
                .param("unit", unit.value()).param("on", on).query((row, number) -> meeting(row)).optional();
    }

    private static Meeting meeting(ResultSet row) throws SQLException {
        return new Meeting(row.getLong("id"), new UnitId(row.getLong("unit_id")), row.getObject("held_on", LocalDate.class),
                row.getObject("started_at", OffsetDateTime.class).toInstant(), row.getLong("started_by"), row.getString("minutes"),
                Times.instant(row.getObject("signed_at", OffsetDateTime.class)), row.getObject("signed_by", Long.class),
                row.getInt("version"));
    }

    void minutes(Meeting meeting, String text) {
        JointStore.changed(jdbc.sql("""
                update joint.meeting set minutes = :text, version = version + 1 where id = :id and version = :seen
                """).param("text", text).param("id", meeting.id()).param("seen", meeting.version()).update());
    }

    void sign(Meeting meeting, Instant at, long by) {
        JointStore.changed(jdbc.sql("""
                update joint.meeting set signed_at = :at, signed_by = :by, version = version + 1 where id = :id and version = :seen
                """).param("at", Times.utc(at)).param("by", by).param("id", meeting.id()).param("seen", meeting.version()).update());
    }

    Page<MeetingRow> list(@Nullable String cursor, int limit) {
        List<String> after = cursor == null ? List.of("9999-01-01", "0") : Cursor.decode(cursor, 2);
        List<MeetingRow> rows = jdbc.sql("""
                select g.id, g.unit_id, g.held_on, g.signed_at is not null as signed,
                       (select count(*) from joint.meeting_item i where i.meeting_id = g.id) as items,
                       (select count(*) from joint.task t where t.meeting_id = g.id) as tasks
                  from joint.meeting g
                 where (g.held_on, g.id) < (:on, :id)
                 order by g.held_on desc, g.id desc
                 limit :rows
                """)
                .param("on", Names.date(after.getFirst())).param("id", Names.number(after.getLast())).param("rows", limit + 1)
                .query((row, number) -> new MeetingRow(row.getLong("id"), names.unit(row.getLong("unit_id")),
                        row.getObject("held_on", LocalDate.class), row.getInt("items"), row.getInt("tasks"), row.getBoolean("signed")))
                .list();
        return Page.of(rows, limit, row -> Cursor.encode(row.heldOn(), row.id()), null);
    }
}
