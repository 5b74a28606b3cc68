package org.hejie.notify.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.notify.DestinationRow;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lanes as delivery sees them: taken for a while by one worker of one node, worked through, given back. */
@Repository
class LaneRows {

    private final JdbcClient jdbc;

    LaneRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What rests is not due: its address is paused. */
    private static final String AWAKE = """
             and not exists (select 1 from notify.endpoint e
                              where e.name = lane.destination and e.paused_at is not null and e.ended_at is null)
            """;

    /** A message about to be sent. @param recipient sealed; null where the destination is a system */
    record Outgoing(long id, String lane, String subject, String content, int attempts, byte @Nullable [] recipient) {
    }

    /**
     * What became of one message.
     *
     * @param failure null when it was delivered
     * @param dead    whether it is given up
     * @param retryAt when it is tried again; null when delivered or given up
     */
    record Tried(Outgoing message, @Nullable String failure, boolean dead, @Nullable Instant retryAt, @Nullable String receipt) {
    }

    /** Destinations with a lane that is due. */
    @Transactional(readOnly = true)
    public List<String> dueDestinations(Instant now) {
        return jdbc.sql("select distinct destination from notify.lane where due_at <= :now" + AWAKE)
                .param("now", Times.utc(now)).query(String.class).list();
    }

    /** How each destination stands: numbers only. */
    @Transactional(readOnly = true)
    public List<DestinationRow> destinations() {
        return jdbc.sql("""
                select destination, sum(waiting) as waiting, count(*) filter (where waiting > 0 and due_at is null) as held
                  from notify.lane group by destination order by destination
                """).query(DestinationRow.class).list();
    }

    /** When the next lane of the destination falls due, if one does. */
    @Transactional(readOnly = true)
    public Optional<Instant> nextDue(String destination) {
        return Optional.ofNullable(jdbc.sql("select min(due_at) from notify.lane where destination = :destination and due_at is not null" + AWAKE)
                .param("destination", destination)
                .query((row, number) -> Times.instant(row.getObject(1, OffsetDateTime.class))).list().getFirst());
    }

    /**
     * Takes due lanes that nobody else has, each with its first messages. Should this node die, they fall due again
     * after the lease.
     */
    @Transactional
    public Map<String, List<Outgoing>> take(String destination, Instant now, Duration lease, int lanes, int messages) {
        String[] taken = jdbc.sql("""
                with due as (
                    select lane from notify.lane
                     where destination = :destination and due_at <= :now
                """ + AWAKE + """
                     order by due_at
                     limit :lanes
                       for no key update skip locked)
                update notify.lane l set due_at = :until from due
                 where l.destination = :destination and l.lane = due.lane
                returning l.lane
                """)
                .param("destination", destination).param("now", Times.utc(now)).param("until", Times.utc(now.plus(lease)))
                .param("lanes", lanes)
                .query(String.class).list().toArray(String[]::new);
        Map<String, List<Outgoing>> work = new LinkedHashMap<>();
        if (taken.length > 0) {
            jdbc.sql("""
                    select m.id, m.lane, m.subject, m.content, m.attempts, m.recipient
                      from unnest(:taken::text[]) as given (lane)
                     cross join lateral (
                        select id, lane, subject, content, attempts, recipient, state, seq from notify.message
                         where destination = :destination and lane = given.lane and state in ('WAITING', 'DEAD')
                         order by seq limit :messages) m
                     where m.state = 'WAITING'
                     order by m.lane, m.seq
                    """)
                    .param("taken", taken).param("destination", destination).param("messages", messages)
                    .query((row, number) -> new Outgoing(row.getLong("id"), row.getString("lane"), row.getString("subject"),
                            row.getString("content"), row.getInt("attempts"), row.getBytes("recipient"))).list()
                    .forEach(message -> work.computeIfAbsent(message.lane(), lane -> new ArrayList<>()).add(message));
        }
        return work;
    }

    /** Records what was tried and gives the lanes back. A message that another worker has recorded meanwhile stays as it is. */
    @Transactional
    public void give(String destination, List<Tried> tried, Instant now) {
        jdbc.sql("""
                with given as (
                    select * from unnest(:ids::bigint[], :lanes::text[], :failures::text[], :dead::boolean[],
                                         cast(:retries::text[] as timestamptz[]), :receipts::text[])
                             as g (id, lane, failure, dead, retry_at, receipt)),
                told as (
                    update notify.message m
                       set state = case when g.failure is null then 'DELIVERED' when g.dead then 'DEAD' else 'WAITING' end,
                           attempts = m.attempts + case when g.failure is null then 0 else 1 end,
                           failure = g.failure, receipt = g.receipt, tried_at = :now,
                           delivered_at = case when g.failure is null then :now::timestamptz end
                      from given g
                     where m.id = g.id and m.state = 'WAITING'
                    returning m.id, m.lane, m.state),
                sums as (
                    select g.lane, count(*) filter (where t.state = 'DELIVERED') as delivered, max(g.retry_at) as retry_at,
                           bool_or(g.dead) as dead
                      from given g left join told t on t.id = g.id
                     group by g.lane)
                update notify.lane l
                   set waiting = l.waiting - s.delivered,
                       due_at = case when l.waiting = s.delivered or s.dead then null
                                     else coalesce(s.retry_at, :now::timestamptz) end
                  from sums s
                 where l.destination = :destination and l.lane = s.lane
                """)
                .param("destination", destination)
                .param("now", Times.utc(now))
                .param("ids", tried.stream().mapToLong(one -> one.message().id()).toArray())
                .param("lanes", tried.stream().map(one -> one.message().lane()).toArray(String[]::new))
                .param("failures", tried.stream().map(Tried::failure).toArray(String[]::new))
                .param("dead", tried.stream().map(Tried::dead).toArray(Boolean[]::new))
                .param("retries", tried.stream().map(one -> one.retryAt() == null ? null : one.retryAt().toString()).toArray(String[]::new))
                .param("receipts", tried.stream().map(Tried::receipt).toArray(String[]::new))
                .update();
    }
}
