package org.hejie.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.hejie.intake.Settlement;
import org.hejie.intake.SubmissionId;
import org.hejie.intake.SubmissionState;
import org.hejie.matter.MatterId;
import org.hejie.matter.SourceLine;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of submissions that wait, or waited, for a person. */
@Component
class ConflictRows {

    private static final String COLUMNS = """
            select id, line, state, reading, settled_at, settled_by, settle_reason
              from intake.submission
             where id = :id
            """;

    private final JdbcClient jdbc;

    ConflictRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param reading what was read of it, sealed; null of what was registered at once */
    record Row(SubmissionId id, SourceLine line, SubmissionState state, byte @Nullable [] reading,
            @Nullable Instant settledAt, @Nullable Long settledBy, @Nullable String reason) {
    }

    Optional<Row> find(SubmissionId id) {
        return jdbc.sql(COLUMNS).param("id", id.value()).query(ConflictRows::row).optional();
    }

    /** The same, and nobody else settles it until this transaction ends. */
    Optional<Row> lock(SubmissionId id) {
        return jdbc.sql(COLUMNS + " for no key update").param("id", id.value()).query(ConflictRows::row).optional();
    }

    /** The matter that holds its number or key, if it lies in the scope. */
    Optional<MatterId> known(SubmissionId id) {
        return jdbc.sql("""
                select holder.matter_id
                  from intake.submission s
                  join intake.submission holder
                    on holder.line = s.line and holder.state = 'REGISTERED' and holder.settled_at is null
                   and (holder.outside_no = s.outside_no
                        or holder.received_by = s.received_by and holder.client_key = s.client_key)
                 where s.id = :id and holder.id <> s.id
                 order by holder.outside_no = s.outside_no desc nulls last, holder.id
                 limit 1
                """)
                .param("id", id.value())
                .query((row, number) -> new MatterId(row.getLong(1)))
                .optional();
    }

    void settle(SubmissionId id, SubmissionState state, @Nullable MatterId matter, @Nullable String code,
            Settlement settlement, long by, Instant at) {
        jdbc.sql("""
                update intake.submission
                   set state = :state, matter_id = :matter, matter_code = :code, settled_at = :at, settled_by = :by,
                       settle_reason = :reason
                 where id = :id
                """)
                .param("state", state.name())
                .param("matter", matter == null ? null : matter.value())
                .param("code", code)
                .param("at", Times.utc(at))
                .param("by", by)
                .param("reason", settlement.reason())
                .param("id", id.value())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime settledAt = row.getObject("settled_at", OffsetDateTime.class);
        return new Row(new SubmissionId(row.getLong("id")), SourceLine.ofDigit(row.getInt("line")).orElseThrow(),
                SubmissionState.valueOf(row.getString("state")), row.getBytes("reading"),
                settledAt == null ? null : settledAt.toInstant(), row.getObject("settled_by", Long.class),
                row.getString("settle_reason"));
    }
}
