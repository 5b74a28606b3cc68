package org.hejie.notify.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hejie.notify.KeptDay;
import org.hejie.notify.MessageState;
import org.hejie.notify.NewMessage;
import org.hejie.notify.WrittenMessage;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages as people see them, and the one statement that writes them. */
@Repository
class MessageRows {

    /** The lane is locked before the message gets its place in it, so that the order of places is that of commits. */
    private static final String ADD = """
            with lane as (
                insert into notify.lane as l (destination, lane, waiting, due_at)
                select :destination, :lane, 1, :now
                 where :ready or exists (select 1 from notify.endpoint e where e.name = :destination and e.ended_at is null)
                on conflict (destination, lane) do update
                   set waiting = l.waiting + 1, due_at = case when l.waiting = 0 then excluded.due_at else l.due_at end
                returning 1)
            insert into notify.message (id, destination, lane, subject, content, recipient, state, written_at, visible_to)
            select :id, :destination, :lane, :subject, :content, :recipient,
                   case when (select count(*) from lane) > 0 then 'WAITING' else 'KEPT' end, :now, :visibleTo
            """;

    private static final String COLUMNS = """
            select id, destination, subject, content, state, attempts, failure, written_at, delivered_at, receipt,
                   handed_at, handed_by
              from notify.message
            """;

    private final JdbcClient jdbc;

    MessageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param recipient sealed; null where the destination is a system
     * @param ready     whether it can go out without an address of {@code notify.endpoint}
     */
    void add(long id, NewMessage message, byte @Nullable [] recipient, boolean ready, Instant now) {
        jdbc.sql(ADD)
                .param("id", id)
                .param("destination", message.destination())
                .param("lane", message.lane())
                .param("subject", message.subject())
                .param("content", message.content())
                .param("recipient", recipient).param("ready", ready)
                .param("now", Times.utc(now))
                .param("visibleTo", message.visibleTo().stream().mapToLong(Long::longValue).toArray())
                .update();
    }

    List<WrittenMessage> ofDay(String destination, LocalDate day, int most) {
        return jdbc.sql(COLUMNS + """
                 where destination = :destination and written_at >= :from and written_at < :to
                 order by written_at, seq
                 limit :most
                """)
                .param("destination", destination)
                .param("from", day.atStartOfDay(Times.ZONE).toOffsetDateTime())
                .param("to", day.plusDays(1).atStartOfDay(Times.ZONE).toOffsetDateTime())
                .param("most", most)
                .query((row, number) -> message(row)).list();
    }

    List<KeptDay> kept(String destination) {
        return jdbc.sql("""
                select (written_at at time zone 'Asia/Shanghai')::date as day, count(*) as count
                  from notify.message
                 where destination = :destination and state = 'KEPT' and handed_at is null
                 group by 1
                 order by 1
                 limit 100
                """).param("destination", destination).query(KeptDay.class).list();
    }

    int handOver(String destination, LocalDate day, long by, Instant now) {
        return jdbc.sql("""
                update notify.message set handed_at = :now, handed_by = :by
                 where destination = :destination and state = 'KEPT' and handed_at is null
                   and written_at >= :from and written_at < :to
                """).param("destination", destination).param("by", by).param("now", Times.utc(now))
                .param("from", day.atStartOfDay(Times.ZONE).toOffsetDateTime())
                .param("to", day.plusDays(1).atStartOfDay(Times.ZONE).toOffsetDateTime()).update();
    }

    /** Messages in a state, newest first, from below a number. */
    List<WrittenMessage> in(MessageState state, @Nullable String destination, long below, int limit) {
        return jdbc.sql(COLUMNS + """
                 where state = :state and id < :below and (:destination::text is null or destination = :destination)
                 order by id desc
                 limit :limit
                """)
                .param("state", state.name()).param("below", below).param("destination", destination).param("limit", limit)
                .query((row, number) -> message(row)).list();
    }

    Optional<WrittenMessage> find(long id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query((row, number) -> message(row)).optional();
    }

    /** Sends a dead letter and what waits behind it again. False when it is not dead. */
    boolean resend(long id, Instant now) {
        return jdbc.sql("""
                with again as (
                    update notify.message set state = 'WAITING', attempts = 0 where id = :id and state = 'DEAD'
                    returning destination, lane)
                update notify.lane l set due_at = :now from again
                 where l.destination = again.destination and l.lane = again.lane
                """).param("id", id).param("now", Times.utc(now)).update() > 0;
    }

    /** Sends all dead letters of a destination again; how many. */
    int resendAll(String destination, Instant now) {
        return jdbc.sql("""
                with again as (
                    update notify.message set state = 'WAITING', attempts = 0
                     where destination = :destination and state = 'DEAD'
                    returning destination, lane)
                update notify.lane l set due_at = :now from again
                 where l.destination = again.destination and l.lane = again.lane
                """).param("destination", destination).param("now", Times.utc(now)).update();
    }

    /** Leaves a dead letter unsent for good and goes on behind it. False when it is not dead. */
    boolean setAside(long id, Instant now) {
        return jdbc.sql("""
                with aside as (
                    update notify.message set state = 'SET_ASIDE' where id = :id and state = 'DEAD'
                    returning destination, lane)
                update notify.lane l
                   set waiting = l.waiting - 1, due_at = case when l.waiting > 1 then :now::timestamptz end
                  from aside
                 where l.destination = aside.destination and l.lane = aside.lane
                """).param("id", id).param("now", Times.utc(now)).update() > 0;
    }

    private static WrittenMessage message(ResultSet row) throws SQLException {
        return new WrittenMessage(row.getLong("id"), row.getString("destination"), row.getString("subject"),
                row.getString("content"), MessageState.valueOf(row.getString("state")), row.getInt("attempts"),
                row.getString("failure"), row.getObject("written_at", OffsetDateTime.class).toInstant(),
                Times.instant(row.getObject("delivered_at", OffsetDateTime.class)), row.getString("receipt"),
                Times.instant(row.getObject("handed_at", OffsetDateTime.class)), row.getObject("handed_by", Long.class));
    }
}
