package org.hejie.audit.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.hejie.audit.HashChain;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes each entry at the end of a lane nobody else is writing to. */
@Service
class ChainedAuditLog implements AuditLog {

    private static final int LANES_TO_START_AMONG = 64;

    private record Lane(long id, long seq, byte @Nullable [] hash) {

        byte[] previous() {
            return hash == null ? HashChain.origin(AuditEntries.TABLE, id) : hash;
        }
    }

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    ChainedAuditLog(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void record(AuditEntry entry) {
        Lane lane = freeLane(1 + ThreadLocalRandom.current().nextInt(LANES_TO_START_AMONG))
                .or(() -> freeLane(1))
                .orElseGet(this::newLane);
        append(lane, entry);
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordApart(AuditEntry entry) {
        record(entry);
    }

    private Optional<Lane> freeLane(long from) {
        return jdbc.sql("""
                select id, seq, hash
                  from audit.lane
                 where id >= :from
                 order by id
                 limit 1
                   for no key update skip locked
                """)
            .param("from", from)
            .query((row, number) -> new Lane(row.getLong(1), row.getLong(2), row.getBytes(3)))
            .optional();
    }

    private Lane newLane() {
        return new Lane(jdbc.sql("insert into audit.lane (seq) values (0) returning id").query(Long.class).single(), 0, null);
    }

    private void append(Lane lane, AuditEntry entry) {
        long id = ids.next();
        Instant at = clock.instant();
        String address = remoteAddress();
        byte[] previous = lane.previous();
        byte[] hash = new HashChain()
                .next(previous, lane.id(), lane.seq() + 1, AuditEntries.fields(id, at, entry, address));
        jdbc.sql("""
                with grown as (
                    update audit.lane set seq = :seq, hash = :hash where id = :lane)
                insert into audit.entry (
                    lane_id, seq, previous_hash, hash, id, at, kind, action, actor_kind, actor_id, on_behalf_of,
                    result, object_type, object_id, reason, purpose, address)
                values (
                    :lane, :seq, :previous, :hash, :id, :at, :kind, :action, :actorKind, :actor, :onBehalfOf,
                    :result, :objectType, :objectId, :reason, :purpose, :address)
                """)
            .param("lane", lane.id())
            .param("seq", lane.seq() + 1)
            .param("previous", previous)
            .param("hash", hash)
            .param("id", id)
            .param("at", Times.utc(at))
            .param("kind", entry.kind().name())
            .param("action", entry.action())
            .param("actorKind", entry.actor().kind().name())
            .param("actor", entry.actor().id())
            .param("onBehalfOf", entry.actor().onBehalfOf())
            .param("result", entry.result().name())
            .param("objectType", entry.objectType())
            .param("objectId", entry.objectId())
            .param("reason", entry.reason())
            .param("purpose", entry.purpose())
            .param("address", address)
            .update();
    }

    private static @Nullable String remoteAddress() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }
}
