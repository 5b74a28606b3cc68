package org.hejie.matter.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hejie.matter.MatterId;
import org.hejie.party.PartyId;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Saves matters. A new matter or a move is one statement, whatever number of rows it touches, so that the whole
 * act costs few round trips; the rows travel as JSON, which PostgreSQL turns into typed records.
 */
@Component
class MatterStore {

    private static final String CHANGING = """
            procedure_id, procedure_version, status, lead_unit, first_owner, handler, applicant, red_risk,
            risk_check_required, never_mediate, limit_key, accepted_at, dispatched_at, signed_at, result_at, closed_at,
            resolved_at, performed_at, evaluated_at, archived_at, reopened_at, result_kind, end_reason, return_count,
            extension_count, visit_count, reopen_seq, evaluation, evaluation_reasons, evaluation_count,
            pending_extension, pending_clock, due_at, amber_at, due_clock, was_overdue, open, step_seq, event_seq,
            head_hash, version, visible_to""";

    /** The rows beside the matter's own; a part is left out of the statement when the act has none of it. */
    private enum Part {
        EVENTS("""
            , events as (
                insert into matter.event
                select * from json_populate_recordset(null::matter.event, :events::json))
            """),
        FRESH_CLOCKS("""
            , fresh_clocks as (
                insert into matter.clock
                select * from json_populate_recordset(null::matter.clock, :freshClocks::json))
            """),
        CHANGED_CLOCKS("""
            , changed_clocks as (
                update matter.clock c
                   set due_at = n.due_at, amber_at = n.amber_at, paused_at = n.paused_at, pause_reason = n.pause_reason,
                       review_on = n.review_on, stopped_at = n.stopped_at, extensions = n.extensions, pauses = n.pauses,
                       trace = coalesce(n.trace, c.trace), calendar_version = n.calendar_version,
                       provisional = n.provisional
                  from json_populate_recordset(null::matter.clock, :changedClocks::json) n
                 where c.matter_id = :id and c.key = n.key and c.run = n.run)
            """),
        FRESH_STEPS("""
            , fresh_steps as (
                insert into matter.step
                select * from json_populate_recordset(null::matter.step, :freshSteps::json))
            """),
        CHANGED_STEPS("""
            , changed_steps as (
                update matter.step s
                   set signed_at = n.signed_at, signed_by = n.signed_by, auto_signed = n.auto_signed,
                       ended_at = n.ended_at, outcome = n.outcome
                  from json_populate_recordset(null::matter.step, :changedSteps::json) n
                 where s.matter_id = :id and s.seq = n.seq)
            """),
        PARTICIPANTS("""
            , participants as (
                insert into matter.participation (unit_id, registered_at, matter_id)
                select distinct u, :registered::timestamptz, :id from unnest(:participants::bigint[]) u
                on conflict do nothing)
            """);

        private final String sql;

        Part(String sql) {
            this.sql = sql;
        }
    }

    private static final String INSERT = """
            with saved as (
                insert into matter.matter
                select * from json_populate_record(null::matter.matter, :matter::json)
                returning 1)
            , words as (
                insert into matter.search (matter_id, center, month, registered_at, words)
                values (:id, :center, :month, :registered::timestamptz, :words::tsvector))
            , marks as (
                insert into matter.twin_mark (mark, registered_at, matter_id)
                select mark, :registered::timestamptz, :id from unnest(:marks::bigint[]) mark)
            , door as (
                insert into matter.resident_door (matter_id, query_hash, token_hash, generation)
                values (:id, :query, :token, 1))
            , parties as (
                insert into matter.party_role (matter_id, party_id, role)
                select :id, p, r from unnest(:parties::bigint[], :roles::text[]) as given (p, r))
            """;

    private static final String UPDATE = """
            with saved as (
                update matter.matter set (%1$s) =
                    (select %1$s from json_populate_record(null::matter.matter, :matter::json))
                 where id = :id and version = :seen
                returning 1)
            """.formatted(CHANGING);

    private static final String DONE = "select count(*) from saved";
    private static final String DONE_TO_PARTIES =
            "select count(*), array(select party_id from matter.party_role where matter_id = :id) from saved";

    private static final String PAPERS = """
            insert into matter.paper (matter_id, document_id, paper, added_at, added_by, event_seq)
            values (:id, :document, :paper, :at::timestamptz, :by, :event)
            on conflict (matter_id, document_id) do nothing
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ClockRows clockRows;

    MatterStore(JdbcClient jdbc, JsonMapper json, ClockRows clockRows) {
        this.jdbc = jdbc;
        this.json = json;
        this.clockRows = clockRows;
    }

    /** What belongs to a new matter beside its own rows. */
    record Beside(int month, String words, long[] marks, byte[] queryHash, byte[] tokenHash, long[] parties, String[] roles) {
    }

    void insert(Matter matter, Beside beside) {
        statement(INSERT, matter, DONE)
                .param("month", beside.month())
                .param("center", matter.homeCenter == null ? 0L : matter.homeCenter)
                .param("words", beside.words())
                .param("marks", beside.marks())
                .param("query", beside.queryHash())
                .param("token", beside.tokenHash())
                .param("parties", beside.parties())
                .param("roles", beside.roles())
                .param("matter", text(MatterRows.whole(matter)))
                .query(Long.class).single();
        papers(matter);
    }

    /**
     * Saves a move.
     *
     * @param seen the version that was loaded
     * @return the parties, if more may see the matter now than before
     * @throws Problem STALE if somebody else has moved the matter since
     */
    List<PartyId> update(Matter matter, int seen) {
        List<PartyId> parties = statement(UPDATE, matter, matter.keysGrew ? DONE_TO_PARTIES : DONE)
                .param("seen", seen)
                .param("matter", text(MatterRows.changing(matter)))
                .query((row, number) -> {
                    if (row.getLong(1) == 0) {
                        throw Problem.of(ProblemType.STALE);
                    }
                    return matter.keysGrew ? parties(row) : List.<PartyId>of();
                }).single();
        papers(matter);
        return parties;
    }

    private static List<PartyId> parties(ResultSet row) throws SQLException {
        return Arrays.stream((Long[]) row.getArray(2).getArray()).map(PartyId::new).toList();
    }

    /** The statement with the parts this act has rows for, and their parameters. */
    private JdbcClient.StatementSpec statement(String begin, Matter matter, String end) {
        Map<Part, Map<String, Object>> parts = parts(matter);
        var sql = new StringBuilder(begin);
        parts.keySet().forEach(part -> sql.append(part.sql));
        JdbcClient.StatementSpec statement = jdbc.sql(sql.append(end).toString()).param("id", matter.id.value())
                .param("registered", MatterRows.time(matter.registeredAt));
        parts.values().forEach(statement::params);
        return statement;
    }

    private Map<Part, Map<String, Object>> parts(Matter matter) {
        Map<Part, Map<String, Object>> parts = new EnumMap<>(Part.class);
        rows(parts, Part.EVENTS, "events", MatterRows.events(matter));
        rows(parts, Part.FRESH_CLOCKS, "freshClocks", clockRows.rows(matter, clock -> clock.fresh));
        rows(parts, Part.CHANGED_CLOCKS, "changedClocks", clockRows.rows(matter, clock -> !clock.fresh && clock.changed));
        rows(parts, Part.FRESH_STEPS, "freshSteps", MatterRows.steps(matter, step -> step.fresh));
        rows(parts, Part.CHANGED_STEPS, "changedSteps", MatterRows.steps(matter, step -> !step.fresh && step.changed));
        if (!matter.newParticipants.isEmpty()) {
            parts.put(Part.PARTICIPANTS, Map.of(
                    "participants", matter.newParticipants.stream().mapToLong(Long::longValue).toArray()));
        }
        return parts;
    }

    private void rows(Map<Part, Map<String, Object>> parts, Part part, String name, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            parts.put(part, Map.of(name, json.writeValueAsString(rows)));
        }
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

    private String text(Map<String, Object> row) {
        return json.writeValueAsString(row);
    }

    /** Whether a matter with that id lies in the scope. */
    boolean visible(MatterId id) {
        return jdbc.sql("select exists (select 1 from matter.matter where id = :id)")
                .param("id", id.value()).query(Boolean.class).single();
    }
}
