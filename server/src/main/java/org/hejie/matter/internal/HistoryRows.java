package org.hejie.matter.internal;

import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.internal.History.Head;
import org.hejie.shared.database.ColumnTypes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The end of a matter's chain, for events that move nothing: neither the whole matter nor its parts are read or written for them. */
@Component
class HistoryRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ColumnTypes types;

    HistoryRows(JdbcClient jdbc, JdbcTemplate template, ColumnTypes types) {
        this.jdbc = jdbc;
        this.template = template;
        this.types = types;
    }

    /** Where a chain ends and in which status its matter is. */
    record End(Head head, MatterStatus status) {
    }

    /** The end of the chain, locked against moves and other events until the transaction ends; empty outside the scope. */
    Optional<End> lock(MatterId matter) {
        return jdbc.sql("select event_seq, head_hash, status from matter.matter where id = :id for update").param("id", matter.value())
                .query((row, number) -> new End(new Head(matter, row.getInt(1), row.getBytes(2)), MatterStatus.valueOf(row.getString(3))))
                .optional();
    }

    /** Writes the event behind the head that was locked; with the next statement of the transaction, at the latest with its commit. */
    void append(MatterId matter, EventRow event) {
        types.statement().sql("with saved as (update matter.matter set event_seq = ").value("int", event.seq())
                .sql(", head_hash = ").value("bytea", event.hash()).sql(" where id = ").value("bigint", matter.value()).sql(") ")
                .insert(History.TABLE, List.of(MatterRows.event(matter, event))).beforehand(template);
    }
}
