package org.hejie.org.grants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hejie.org.GrantOrder;
import org.hejie.org.GrantRequest;
import org.hejie.org.GrantRequest.State;
import org.hejie.org.StaffId;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Requests as rows. */
@Repository
class GrantStore {

    private static final String REQUESTS = """
            select id, kind, order_text, reason, asked_by, asked_at, expires_at, decided_by, decided_at, granted, opinion,
                   withdrawn_at, made, taken_at
              from org.grant_request
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    GrantStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void add(long id, GrantOrder order, String reason, StaffId by, Instant at, Instant expiresAt) {
        StaffId beneficiary = order.beneficiary();
        jdbc.sql("""
                insert into org.grant_request (id, kind, staff, order_text, reason, asked_by, asked_at, expires_at)
                values (:id, :kind, :staff, :order, :reason, :by, :at, :expiresAt)
                """)
                .param("id", id).param("kind", GrantKind.of(order).name())
                .param("staff", beneficiary == null ? null : beneficiary.value(), Types.BIGINT)
                .param("order", json.writeValueAsString(order)).param("reason", reason).param("by", by.value())
                .param("at", Times.utc(at)).param("expiresAt", Times.utc(expiresAt))
                .update();
    }

    /** The request, held until the transaction ends, so that it is decided and taken once. */
    Optional<GrantRequest> hold(long id) {
        return jdbc.sql(REQUESTS + "where id = :id for no key update").param("id", id).query(this::request).optional();
    }

    List<GrantRequest> list(@Nullable State state, long before, int limit) {
        String condition = state == null ? "" : switch (state) {
            case OPEN -> " and decided_at is null and withdrawn_at is null and expires_at > :now";
            case EXPIRED -> " and decided_at is null and withdrawn_at is null and expires_at <= :now";
            case GRANTED -> " and granted";
            case REFUSED -> " and not granted";
            case WITHDRAWN -> " and withdrawn_at is not null";
        };
        return jdbc.sql(REQUESTS + "where id < :before" + condition + " order by id desc limit :limit")
                .params(Map.of("before", before, "limit", limit, "now", Times.utc(clock.instant())))
                .query(this::request).list();
    }

    Optional<GrantRequest> behind(long made) {
        return jdbc.sql(REQUESTS + "where made = :made and kind in ('POST', 'HANDOVER', 'COVER')")
                .param("made", made).query(this::request).optional();
    }

    void decide(long id, StaffId by, boolean granted, @Nullable String opinion) {
        jdbc.sql("""
                update org.grant_request set decided_by = :by, decided_at = :at, granted = :granted, opinion = :opinion
                 where id = :id
                """)
                .param("by", by.value()).param("at", Times.utc(clock.instant())).param("granted", granted)
                .param("opinion", opinion).param("id", id)
                .update();
    }

    void withdraw(long id) {
        jdbc.sql("update org.grant_request set withdrawn_at = :at where id = :id")
                .param("at", Times.utc(clock.instant())).param("id", id).update();
    }

    void made(long id, long made) {
        jdbc.sql("update org.grant_request set made = :made where id = :id").param("made", made).param("id", id).update();
    }

    void taken(long id) {
        jdbc.sql("update org.grant_request set taken_at = :at where id = :id")
                .param("at", Times.utc(clock.instant())).param("id", id).update();
    }

    private GrantRequest request(ResultSet row, int number) throws SQLException {
        GrantKind kind = GrantKind.valueOf(row.getString("kind"));
        Long decidedBy = row.getObject("decided_by", Long.class);
        Instant expiresAt = time(row, "expires_at");
        State state = state(row, Objects.requireNonNull(expiresAt));
        return new GrantRequest(row.getLong("id"), json.readValue(row.getString("order_text"), kind.type()),
                row.getString("reason"), new StaffId(row.getLong("asked_by")), Objects.requireNonNull(time(row, "asked_at")),
                expiresAt, state, decidedBy == null ? null : new StaffId(decidedBy), time(row, "decided_at"),
                row.getString("opinion"), row.getObject("made", Long.class),
                state == State.GRANTED && kind.isTaken() && row.getObject("taken_at") == null);
    }

    private State state(ResultSet row, Instant expiresAt) throws SQLException {
        Boolean granted = row.getObject("granted", Boolean.class);
        if (granted != null) {
            return granted ? State.GRANTED : State.REFUSED;
        }
        if (row.getObject("withdrawn_at") != null) {
            return State.WITHDRAWN;
        }
        return clock.instant().isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        return Times.instant(row.getObject(column, OffsetDateTime.class));
    }
}
