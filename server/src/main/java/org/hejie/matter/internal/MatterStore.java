package org.hejie.matter.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.hejie.matter.MatterId;
import org.hejie.party.PartyId;
import org.hejie.shared.database.ColumnTypes;
import org.hejie.shared.database.TypedStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Saves matters. A new matter or a move is one statement, whatever number of rows it touches, so that the whole
 * act costs few round trips; the values travel as typed parameters, since reading them from JSON cost PostgreSQL a
 * third of the statement.
 */
@Component
class MatterStore {

    private static final String MATTER = "matter.matter";
    private static final String EVENT = "matter.event";
    private static final String CLOCK = "matter.clock";
    private static final String STEP = "matter.step";

    /** Nobody waits for the answer; should the matter not be saved with its parts, dividing by nothing undoes the transaction. */
    private static final String SAVED = " select 1 / count(*) from saved";

    private static final String PAPERS = """
            insert into matter.paper (matter_id, document_id, paper, added_at, added_by, event_seq)
            values (:id, :document, :paper, :at::timestamptz, :by, :event)
            on conflict (matter_id, document_id) do nothing
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ColumnTypes types;
    private final ClockRows clockRows;
    private final RecentMatters recent;

    MatterStore(JdbcClient jdbc, JdbcTemplate template, ColumnTypes types, ClockRows clockRows, RecentMatters recent) {
        this.jdbc = jdbc;
        this.template = template;
        this.types = types;
        this.clockRows = clockRows;
        this.recent = recent;
    }

    /** What belongs to a new matter beside its own rows. */
    record Beside(int month, String words, long[] marks, long[] respondents, byte[] queryHash, byte[] tokenHash, long[] parties,
            String[] roles) {
    }

    void insert(Matter matter, Beside beside) {
        TypedStatement statement = types.statement()
                .sql("with saved as (").insert(MATTER, List.of(MatterRows.whole(matter))).sql(" returning 1)");
        parts(statement, matter);
        BesideRows rows = BesideRows.none();
        rows.add(matter, beside);
        fresh(statement, "words", "matter.search", rows.words());
        fresh(statement, "doors", "matter.resident_door", rows.doors());
        fresh(statement, "roles", "matter.party_role", rows.roles());
        marks(statement, "marks", "matter.twin_mark", matter, beside.marks());
        marks(statement, "respondents", "matter.respondent_mark", matter, beside.respondents());
        statement.sql(SAVED).beforehand(template);
        papers(matter);
        LongStream.of(beside.parties()).mapToObj(PartyId::new).forEach(matter.parties::add);
        recent.keep(matter);
    }

    /**
     * Saves a move of a matter that was loaded for it, and thereby locked, or taken as it is kept here; then it is not saved when
     * its row, its history or what stands beside it is no longer the same, or out of the scope.
     *
     * @param seen the version that was loaded
     */
    void update(Matter matter, int seen) {
        int saves = matter.saveSeq++;
        Map<String, Object> changes = MatterRows.changes(matter);
        TypedStatement statement = types.statement()
                .sql("with saved as (update matter.matter set save_seq = save_seq + 1").sql(changes.isEmpty() ? "" : ", ")
                .assignments(MATTER, changes)
                .sql(" where id = ").value("bigint", matter.id.value())
                .sql(" and version = ").value("int", seen);
        if (matter.asKept) {
            statement.sql(" and save_seq = ").value("int", saves)
                    .sql(" and head_hash = ").value("bytea", matter.stored.get("head_hash"));
        }
        statement.sql(" returning 1)");
        parts(statement, matter);
        statement.sql(SAVED).beforehand(template);
        papers(matter);
        if (!matter.newEvents.isEmpty()) {
            recent.keep(matter);
        }
    }

    /** The rows beside the matter's own; a part is left out of the statement when the act has none of it. */
    private void parts(TypedStatement statement, Matter matter) {
        fresh(statement, "events", EVENT, MatterRows.events(matter));
        fresh(statement, "fresh_clocks", CLOCK, clockRows.rows(matter, clock -> clock.fresh));
        fresh(statement, "fresh_steps", STEP, MatterRows.steps(matter, step -> step.fresh));
        changed(statement, "changed_clocks", CLOCK, List.of("key", "run"), matter, clockRows.changed(matter));
        changed(statement, "changed_steps", STEP, List.of("seq"), matter, MatterRows.changedSteps(matter));
        if (!matter.newParticipants.isEmpty()) {
            participants(statement.sql(", "), matter.id, matter.registeredAt, matter.newParticipants);
        }
    }

    /** As one array: rows of their own would be as many texts of the statement as there are numbers of marks. */
    private static void marks(TypedStatement statement, String name, String table, Matter matter, long[] marks) {
        if (marks.length > 0) {
            with(statement, name).sql("insert into ").sql(table).sql(" (mark, registered_at, matter_id) select m, ")
                    .value("timestamptz", MatterRows.time(matter.registeredAt)).sql(", ").value("bigint", matter.id.value())
                    .sql(" from unnest(").value("bigint[]", LongStream.of(marks).boxed().toList()).sql(") m)");
        }
    }

    /** A part of a {@code with}: units that take part from now on. */
    static TypedStatement participants(TypedStatement statement, MatterId matter, Instant registeredAt, List<Long> units) {
        return statement.sql("participants as (insert into matter.participation (unit_id, registered_at, matter_id) select distinct u, ")
                .value("timestamptz", MatterRows.time(registeredAt)).sql(", ").value("bigint", matter.value())
                .sql(" from unnest(").value("bigint[]", units).sql(") u on conflict do nothing)");
    }

    private static void fresh(TypedStatement statement, String name, String table, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            with(statement, name).insert(table, rows).sql(")");
        }
    }

    /** @param same columns that tell a matter's rows apart; the others change. What is null of a trace leaves the old one */
    private static void changed(TypedStatement statement, String name, String table, List<String> same, Matter matter,
            List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Collection<String> columns = rows.getFirst().keySet();
        with(statement, name).sql("update ").sql(table).sql(" c set ")
                .sql(columns.stream().filter(column -> !same.contains(column))
                        .map(column -> column.equals("trace") ? "trace = coalesce(n.trace, c.trace)" : column + " = n." + column)
                        .collect(Collectors.joining(", ")))
                .sql(" from (values ").tuples(table, rows).sql(") n (").sql(String.join(", ", columns)).sql(") where c.matter_id = ")
                .value("bigint", matter.id.value());
        same.forEach(column -> statement.sql(" and c.").sql(column).sql(" = n.").sql(column));
        statement.sql(")");
    }

    private static TypedStatement with(TypedStatement statement, String name) {
        return statement.sql(", ").sql(name).sql(" as (");
    }

    private void papers(Matter matter) {
        for (Matter.PaperRow paper : matter.newPapers) {
            jdbc.sql(PAPERS)
                    .param("id", matter.id.value())
                    .param("document", paper.attachment().documentId())
                    .param("paper", paper.attachment().paper())
                    .param("at", MatterRows.time(paper.at()))
                    .param("by", paper.by())
                    .param("event", paper.eventSeq())
                    .update();
        }
    }

    /** Those of the matters whose history holds the registration and what the rules drew, with their versions. */
    Map<MatterId, Integer> untouched(Collection<MatterId> ids) {
        Map<MatterId, Integer> versions = new HashMap<>();
        jdbc.sql("""
                select m.id, m.version
                  from matter.matter m
                 where m.id = any(:ids)
                   and not exists (select from matter.event e
                                    where e.matter_id = m.id and e.seq > 1
                                      and not (e.action = 'ISSUE_CARD' and e.actor_kind = 'SYSTEM'))
                """)
                .param("ids", ids.stream().mapToLong(MatterId::value).toArray())
                .query(row -> {
                    versions.put(new MatterId(row.getLong(1)), row.getInt(2));
                });
        return versions;
    }

    /** Whether a matter with that id lies in the scope. */
    boolean visible(MatterId id) {
        return jdbc.sql("select exists (select 1 from matter.matter where id = :id)")
                .param("id", id.value()).query(Boolean.class).single();
    }
}
