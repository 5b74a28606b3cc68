package org.hejie.matter.internal;

import java.util.List;
import java.util.Map;
import org.hejie.matter.MatterId;
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

    private static final String HISTORY = """
            , events as (
                insert into matter.event
                select * from json_populate_recordset(null::matter.event, :events::json))
            , fresh_clocks as (
                insert into matter.clock
                select * from json_populate_recordset(null::matter.clock, :freshClocks::json))
            , fresh_steps as (
                insert into matter.step
                select * from json_populate_recordset(null::matter.step, :freshSteps::json))
            , participants as (
                insert into matter.participation (unit_id, registered_at, matter_id)
                select distinct u, :registered::timestamptz, :id from unnest(:participants::bigint[]) u
                on conflict do nothing)
            """;

    private static final String INSERT = """
            with saved as (
                insert into matter.matter
                select * from json_populate_record(null::matter.matter, :matter::json)
                returning 1)
            """ + HISTORY + """
            , words as (
                insert into matter.search (matter_id, center, month, registered_at, words)
                values (:id, :center, :month, :registered::timestamptz, :words::tsvector))
            , door as (
                insert into matter.resident_door (matter_id, query_hash, token_hash, generation)
                values (:id, :query, :token, 1))
            , parties as (
                insert into matter.party_role (matter_id, party_id, role)
                select :id, p, r from unnest(:parties::bigint[], :roles::text[]) as given (p, r))
            select count(*) from saved
            """;

    private static final String UPDATE = """
            with saved as (
                update matter.matter set (%1$s) =
                    (select %1$s from json_populate_record(null::matter.matter, :matter::json))
                 where id = :id and version = :seen
                returning 1)
            """.formatted(CHANGING) + HISTORY + """
            , changed_clocks as (
                update matter.clock c
                   set due_at = n.due_at, amber_at = n.amber_at, paused_at = n.paused_at, pause_reason = n.pause_reason,
                       review_on = n.review_on, stopped_at = n.stopped_at, extensions = n.extensions, pauses = n.pauses,
                       trace = coalesce(n.trace, c.trace), calendar_version = n.calendar_version,
                       provisional = n.provisional
                  from json_populate_recordset(null::matter.clock, :changedClocks::json) n
                 where c.matter_id = :id and c.key = n.key and c.run = n.run)
            , changed_steps as (
                update matter.step s
                   set signed_at = n.signed_at, signed_by = n.signed_by, auto_signed = n.auto_signed,
                       ended_at = n.ended_at, outcome = n.outcome
                  from json_populate_recordset(null::matter.step, :changedSteps::json) n
                 where s.matter_id = :id and s.seq = n.seq)
            select count(*) from saved
            """;

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
    record Beside(int month, String words, byte[] queryHash, byte[] tokenHash, long[] parties, String[] roles) {
    }

    void insert(Matter matter, Beside beside) {
        history(jdbc.sql(INSERT), matter)
                .param("center", matter.homeCenter == null ? 0L : matter.homeCenter)
                .param("month", beside.month())
                .param("words", beside.words())
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
     * @throws Problem STALE if somebody else has moved the matter since
     */
    void update(Matter matter, int seen) {
        long saved = history(jdbc.sql(UPDATE), matter)
                .param("seen", seen)
                .param("matter", text(MatterRows.changing(matter)))
                .param("changedClocks", text(clockRows.rows(matter, clock -> !clock.fresh && clock.changed)))
                .param("changedSteps", text(MatterRows.steps(matter, step -> !step.fresh && step.changed)))
                .query(Long.class).single();
        if (saved == 0) {
            throw Problem.of(ProblemType.STALE);
        }
        papers(matter);
    }

    private JdbcClient.StatementSpec history(JdbcClient.StatementSpec statement, Matter matter) {
        return statement
                .param("id", matter.id.value())
                .param("events", text(MatterRows.events(matter)))
                .param("freshClocks", text(clockRows.rows(matter, clock -> clock.fresh)))
                .param("freshSteps", text(MatterRows.steps(matter, step -> step.fresh)))
                .param("participants", matter.newParticipants.stream().mapToLong(Long::longValue).toArray())
                .param("registered", MatterRows.time(matter.registeredAt));
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

    private String text(List<Map<String, Object>> rows) {
        return json.writeValueAsString(rows);
    }

    /** Whether a matter with that id lies in the scope. */
    boolean visible(MatterId id) {
        return jdbc.sql("select exists (select 1 from matter.matter where id = :id)")
                .param("id", id.value()).query(Boolean.class).single();
    }
}
