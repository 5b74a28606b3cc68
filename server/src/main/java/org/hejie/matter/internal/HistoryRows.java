package org.hejie.matter.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterChronicle.End;
import org.hejie.matter.MatterId;
import org.hejie.matter.internal.History.Head;
import org.hejie.shared.database.ColumnTypes;
import org.hejie.shared.database.TypedStatement;
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
     * A locked matter that units join.
     *
     * @param shown whether it is shown to all that they bring along
     */
    record Joined(End end, long homeUnit, Instant registeredAt, boolean shown) {
    }

    /** As {@link #lock(MatterId)}. @param keys what those who join bring along */
    Optional<Joined> lock(MatterId matter, List<Long> keys) {
        return jdbc.sql("select " + MatterChronicle.END + ", m.home_unit, m.registered_at, m.visible_to @> :keys as shown"
                        + " from matter.matter m where m.id = :id for no key update")
                .param("id", matter.value()).param("keys", keys.stream().mapToLong(Long::longValue).toArray())
                .query((row, number) -> new Joined(End.of(row), row.getLong("home_unit"),
                        row.getObject("registered_at", OffsetDateTime.class).toInstant(), row.getBoolean("shown"))).optional();
    }

    /**
     * Writes events behind the head that was locked; with the next statement of the transaction, at the latest with its commit.
     *
     * @param head where the chain ends with them
     */
    void append(Head head, List<EventRow> events) {
        end(with(head), head, events);
    }

    /** As {@link #append}. @param units that take part from now on, to whom the matter is shown already */
    void append(Head head, List<EventRow> events, Instant registeredAt, List<Long> units) {
        TypedStatement statement = with(head);
        if (!units.isEmpty()) {
            MatterStore.participants(statement.sql(", "), head.matter(), registeredAt, units);
        }
        end(statement, head, events);
    }

    private TypedStatement with(Head head) {
        return types.statement().sql("with saved as (update matter.matter set event_seq = ").value("int", head.seq())
                .sql(", head_hash = ").value("bytea", head.hash()).sql(" where id = ").value("bigint", head.matter().value()).sql(")");
    }

    private void end(TypedStatement statement, Head head, List<EventRow> events) {
        statement.sql(" ").insert(History.TABLE, events.stream().map(event -> MatterRows.event(head.matter(), event)).toList())
                .beforehand(template);
    }
}
