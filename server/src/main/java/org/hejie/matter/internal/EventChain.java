package org.hejie.matter.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.hejie.audit.ChainFields;
import org.hejie.audit.ChainSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Offers the matters' histories to the verifier. */
@Component
class EventChain implements ChainSource {

    @Override
    public String table() {
        return History.TABLE;
    }

    @Override
    public String rows() {
        return """
                select matter_id, seq, prev_hash, hash, at, recorded_at, action, from_status, to_status, actor_kind, actor,
                       actor_unit, on_behalf_of, reason, note, data
                  from matter.event
                 order by matter_id, seq
                """;
    }

    @Override
    public String heads() {
        return "select id, event_seq, head_hash from matter.matter order by id";
    }

    @Override
    public void fields(ResultSet row, ChainFields fields) throws SQLException {
        EventRow.hashed(fields, at(row, 5), at(row, 6), row.getString(7), row.getString(8), row.getString(9),
                row.getString(10), number(row, 11), number(row, 12), number(row, 13), row.getString(14),
                row.getString(15), row.getString(16));
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
