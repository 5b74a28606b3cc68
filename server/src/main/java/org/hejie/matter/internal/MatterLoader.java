package org.hejie.matter.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hejie.matter.Evaluation;
import org.hejie.matter.MatterCode;
import org.hejie.matter.MatterId;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.ResultKind;
import org.hejie.matter.SafetyFact;
import org.hejie.matter.SourceLine;
import org.hejie.matter.internal.RecentMatters.Stamp;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.matter.procedure.Procedures;
import org.hejie.party.PartyId;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loads a matter with its clocks, steps and papers, inside the scope. */
@Component
class MatterLoader {

    private static final String LOCK = " for no key update of m";

    private final JdbcClient jdbc;
    private final Procedures procedures;
    private final ClockRows clockRows;
    private final RecentMatters recent;
    private final JsonMapper json;

    MatterLoader(JdbcClient jdbc, Procedures procedures, ClockRows clockRows, RecentMatters recent, JsonMapper json) {
        this.recent = recent;
        this.json = json;
        this.jdbc = jdbc;
        this.procedures = procedures;
        this.clockRows = clockRows;
    }

    /**
     * The matter, locked against other moves until the transaction ends; empty outside the scope. Whoever had to wait for the lock
     * is given the row as it is now but clocks, steps and last event as they were before it was changed: then it is read again.
     */
    Optional<Matter> forMove(MatterId id) {
        return asSavedHere(id).or(() -> load(id, LOCK)).or(() -> load(id, LOCK));
    }

    /** The matter as this server saved it last, if it did: neither locked nor held against the database or the scope. */
    Optional<Matter> asKept(MatterId id) {
        return recent.last(id);
    }

    /** The matter as this server saved it, locked; empty when it did not, or somebody else has changed the matter since. */
    private Optional<Matter> asSavedHere(MatterId id) {
        if (!recent.has(id)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select m.head_hash, m.save_seq
                  from matter.matter m
                 where m.id = :id
                """ + LOCK)
                .param("id", id.value())
                .query((row, number) -> recent.in(id, new Stamp(row.getBytes("head_hash"), row.getInt("save_seq"))))
                .list().stream().flatMap(Optional::stream).findFirst();
    }

    /** The matter as it stands. */
    Optional<Matter> read(MatterId id) {
        return load(id, "");
    }

    /** Empty also when it was changed while the statement waited. */
    private Optional<Matter> load(MatterId id, String lock) {
        return jdbc.sql("""
                select m.*, p.written = m.xmin as unchanged, p.last_event_at, p.papers, p.clocks, p.steps,
                       p.parties, p.files, p.duplicates
                  from matter.matter m
                 cross join matter.parts_of(:id) p
                 where m.id = :id
                """ + lock)
                .param("id", id.value())
                .query((row, number) -> row.getBoolean("unchanged") ? Optional.of(matter(row)) : Optional.<Matter>empty())
                .list().stream().flatMap(Optional::stream).findFirst();
    }

    private Matter matter(ResultSet row) throws SQLException {
        var content = new Matter.Content(row.getString("outside_no"), row.getString("category"),
                row.getString("secondary_category"), row.getString("title"), row.getString("facts"),
                row.getString("place_text"), row.getString("area_code"), row.getString("grid_code"),
                row.getObject("lon", Double.class), row.getObject("lat", Double.class),
                row.getObject("occurred_on", LocalDate.class), row.getObject("people", Integer.class),
                row.getBigDecimal("amount"), row.getString("scale"), safety(row.getArray("safety")));
        var matter = new Matter(new MatterId(row.getLong("id")), new MatterCode(row.getString("code")),
                row.getString("county"), SourceLine.ofDigit(row.getInt("line")).orElseThrow(), content,
                procedures.get(new ProcedureId(row.getString("procedure_id")), row.getInt("procedure_version")),
                MatterStatus.valueOf(row.getString("status")), row.getLong("home_unit"), number(row, "home_center"),
                row.getLong("first_owner"), present(row, "registered_at"), present(row, "entered_at"),
                row.getBoolean("back_entry"), row.getLong("entered_by"), number(row, "entered_for"),
                row.getBytes("head_hash"));
        matter.lastEventAt = present(row, "last_event_at");
        longs(row.getArray("parties")).forEach(party -> matter.parties.add(new PartyId(party)));
        matter.hasFiles = row.getBoolean("files");
        matter.hasDuplicates = row.getBoolean("duplicates");
        matter.version = row.getInt("version");
        matter.saveSeq = row.getInt("save_seq");
        matter.eventSeq = row.getInt("event_seq");
        matter.stepSeq = row.getInt("step_seq");
        handling(matter, row);
        dates(matter, row);
        counts(matter, row);
        matter.visibleTo.addAll(longs(row.getArray("visible_to")));
        matter.papers.addAll(strings(row.getArray("papers")));
        each(row.getString("clocks"), clock -> matter.clocks.add(clockRows.read(clock)));
        each(row.getString("steps"), step -> matter.steps.add(step(step)));
        matter.stored = MatterRows.changing(matter);
        return matter;
    }

    private static Set<SafetyFact> safety(Array names) throws SQLException {
        Set<SafetyFact> facts = EnumSet.noneOf(SafetyFact.class);
        strings(names).forEach(name -> facts.add(SafetyFact.valueOf(name)));
        return facts;
    }

    private static void handling(Matter matter, ResultSet row) throws SQLException {
        matter.leadUnit = number(row, "lead_unit");
        matter.handler = number(row, "handler");
        matter.applicant = number(row, "applicant");
        matter.redRisk = row.getBoolean("red_risk");
        matter.riskCheckRequired = row.getBoolean("risk_check_required");
        matter.neverMediate = row.getBoolean("never_mediate");
        matter.limitKey = row.getString("limit_key");
        String result = row.getString("result_kind");
        matter.resultKind = result == null ? null : ResultKind.valueOf(result);
        matter.endReason = row.getString("end_reason");
        matter.pendingExtension = row.getString("pending_extension");
        matter.pendingClock = row.getString("pending_clock");
    }

    private static void dates(Matter matter, ResultSet row) throws SQLException {
        matter.acceptedAt = at(row, "accepted_at");
        matter.dispatchedAt = at(row, "dispatched_at");
        matter.signedAt = at(row, "signed_at");
        matter.resultAt = at(row, "result_at");
        matter.closedAt = at(row, "closed_at");
        matter.resolvedAt = at(row, "resolved_at");
        matter.performedAt = at(row, "performed_at");
        matter.evaluatedAt = at(row, "evaluated_at");
        matter.archivedAt = at(row, "archived_at");
        matter.reopenedAt = at(row, "reopened_at");
    }

    private static void counts(Matter matter, ResultSet row) throws SQLException {
        matter.returnCount = row.getInt("return_count");
        matter.extensionCount = row.getInt("extension_count");
        matter.visitCount = row.getInt("visit_count");
        matter.reopenSeq = row.getInt("reopen_seq");
        String evaluation = row.getString("evaluation");
        matter.evaluation = evaluation == null ? null : Evaluation.valueOf(evaluation);
        matter.evaluationReasons = strings(row.getArray("evaluation_reasons"));
        matter.evaluationCount = row.getInt("evaluation_count");
        matter.wasOverdue = row.getBoolean("was_overdue");
    }

    private void each(@Nullable String rows, Consumer<JsonNode> reading) {
        if (rows != null) {
            json.readTree(rows).forEach(reading);
        }
    }

    private static StepRun step(JsonNode row) {
        List<Long> helpers = new ArrayList<>();
        row.get("co_units").forEach(unit -> helpers.add(unit.asLong()));
        var step = new StepRun(row.get("seq").asInt(), row.get("lead_unit").asLong(), helpers,
                JsonRows.time(row, "dispatched_at"), JsonRows.number(row, "dispatched_by"));
        step.signedAt = JsonRows.timeIfAny(row, "signed_at");
        step.signedBy = JsonRows.number(row, "signed_by");
        step.autoSigned = row.get("auto_signed").asBoolean();
        step.endedAt = JsonRows.timeIfAny(row, "ended_at");
        String outcome = JsonRows.text(row, "outcome");
        step.outcome = outcome == null ? null : StepRun.Outcome.valueOf(outcome);
        step.fresh = false;
        return step;
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        return Times.instant(row.getObject(column, OffsetDateTime.class));
    }

    private static Instant present(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<Long> longs(Array array) throws SQLException {
        return Arrays.asList((Long[]) array.getArray());
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
