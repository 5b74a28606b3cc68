package org.hejie.matter.internal;

import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterChronicle.End;
import org.hejie.matter.MatterId;
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

    /** The end of the chain, locked against moves and other events until the transaction ends; empty outside the scope. */
    Optional<End> lock(MatterId matter) {
        return jdbc.sql("select " + MatterChronicle.END + " from matter.matter m where m.id = :id for no key update").param("id", matter.value())
                .query((row, number) -> End.of(row)).optional();
    }

    /**
     * Writes events behind the head that was locked; with the next statement of the transaction, at the latest with its commit.
     *
     * @param head where the chain ends with them
     */
    void append(Head head, List<EventRow> events) {
        types.statement().sql("with saved as (update matter.matter set event_seq = ").value("int", head.seq())
                .sql(", head_hash = ").value("bytea", head.hash()).sql(" where id = ").value("bigint", head.matter().value()).sql(") ")
                .insert(History.TABLE, events.stream().map(event -> MatterRows.event(head.matter(), event)).toList()).beforehand(template);
    }
}
