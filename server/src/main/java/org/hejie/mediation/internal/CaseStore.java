package org.hejie.mediation.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterId;
import org.hejie.mediation.MediationCase.Consent;
import org.hejie.mediation.MediationCase.Mode;
import org.hejie.mediation.MediationCase.Origin;
import org.hejie.mediation.MediationCase.State;
import org.hejie.mediation.MediatorRow;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.database.ColumnTypes;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes mediations, assignments and consents. */
@Component
class CaseStore {

    /** What {@link #row} reads, of a mediation named c. */
    static final String COLUMNS = "c.id as of_case, c.matter_id, c.committee_id as of_committee, c.mediator_id, c.staff_id as of_staff, c.state as case_state";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ColumnTypes types;
    private final Ids ids;

    CaseStore(JdbcClient jdbc, JdbcTemplate template, ColumnTypes types, Ids ids) {
        this.jdbc = jdbc;
        this.template = template;
        this.types = types;
        this.ids = ids;
    }

    long insert(MatterId matter, MediatorRow mediator, Origin origin, Instant at, LocalDate dueOn, long by) {
        long id = ids.next();
        types.statement().sql("insert into mediation.mediation (id, matter_id, attempt, committee_id, mediator_id, staff_id, origin, state,"
                        + " opened_at, opened_by, due_on, version) select ").value("bigint", id).sql(", m.id, 1 + (select count(*)"
                        + " from mediation.mediation c where c.matter_id = m.id), ").value("bigint", mediator.committee().id())
                .sql(", ").value("bigint", mediator.id()).sql(", ").value("bigint", mediator.staffId()).sql(", ").value("text", origin.name())
                .sql(", 'OPEN', ").value("timestamptz", Times.utc(at)).sql(", ").value("bigint", by).sql(", ").value("date", dueOn)
                .sql(", 1 from matter.matter m where m.id = ").value("bigint", matter.value()).beforehand(template);
        return id;
    }

    /**
     * Locks a matter together with the next statement, which sees what those it waited for have written. A matter outside the
     * scope is not locked and nothing is said: whoever reads it next finds out.
     */
    void take(MatterId matter) {
        types.statement().sql("select 1 from matter.matter where id = ").value("bigint", matter.value()).sql(" for no key update").beforehand(template);
    }

    /** A mediation whose matter is locked. @param agreement whether one is drawn and not void */
    record Held(Case one, Sides sides, boolean agreement) {
    }

    /** With its matter locked, as everything of a matter is, so that no two wait for each other. */
    Optional<Held> lock(long id) {
        return jdbc.sql("select * from mediation.held(:id) where of_case is not null").param("id", id)
                .query((row, number) -> new Held(row(row, true), new Sides(longs(row, "sides"), Set.copyOf(longs(row, "agreed"))),
                        row.getBoolean("has_agreement"))).optional();
    }

    Optional<Case> read(long id) {
        return jdbc.sql("select " + COLUMNS + " from mediation.mediation c where c.id = :id").param("id", id)
                .query((row, number) -> row(row, false)).optional();
    }

    /** The one that runs on a matter, locked. */
    Optional<Held> lockRunning(MatterId matter) {
        return jdbc.sql("select id from mediation.mediation where matter_id = :matter and state = 'OPEN'").param("matter", matter.value())
                .query(Long.class).optional().flatMap(this::lock).filter(held -> held.one().state() == State.OPEN);
    }

    /** Numbers of an array; none for null. */
    static List<Long> longs(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((Long[]) array.getArray());
    }

    static Case row(ResultSet row, boolean locked) throws SQLException {
        return new Case(row.getLong("of_case"), new MatterId(row.getLong("matter_id")), row.getLong("of_committee"),
                row.getObject("mediator_id", Long.class), row.getObject("of_staff", Long.class), State.valueOf(row.getString("case_state")),
                locked ? MatterChronicle.End.of(row) : null);
    }

    /** Gives it to the mediator from now on. */
    void assign(long mediation, MediatorRow mediator, @Nullable String reason, Instant at, long by) {
        noteAssignment(mediation, mediator, reason, at, by);
        jdbc.sql("""
                update mediation.mediation
                   set mediator_id = :mediator, staff_id = :staff, version = version + 1
                 where id = :id
                """).param("mediator", mediator.id()).param("staff", mediator.staffId()).param("id", mediation).update();
    }

    /** Writes down to whom it was given. */
    void noteAssignment(long mediation, MediatorRow mediator, @Nullable String reason, Instant at, long by) {
        insert("mediation.assignment", List.of(row("id", ids.next(), "mediation_id", mediation, "mediator_id", mediator.id(),
                "reason", reason, "at", Times.utc(at), "by_staff", by)));
    }

    void vacate(long mediation) {
        jdbc.sql("update mediation.mediation set mediator_id = null, staff_id = null, version = version + 1 where id = :id")
                .param("id", mediation).update();
    }

    void consent(long mediation, List<Long> parties, Consent consent, Mode mode, @Nullable Long document, Instant at, long by) {
        insert("mediation.consent", parties.stream().map(party -> row("id", ids.next(), "mediation_id", mediation, "party_id", party,
                "answer", consent.name(), "mode", mode.name(), "document_id", document, "at", Times.utc(at), "recorded_by", by)).toList());
    }

    private static Map<String, @Nullable Object> row(@Nullable Object... columns) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i += 2) {
            row.put((String) columns[i], columns[i + 1]);
        }
        return row;
    }

    /** Nobody waits for it: it travels with the next statement. */
    private void insert(String table, List<Map<String, @Nullable Object>> rows) {
        types.statement().insert(table, rows).beforehand(template);
    }

    void end(long mediation, State as, @Nullable String why, Instant at) {
        types.statement().sql("update mediation.mediation set state = ").value("text", as.name())
                .sql(", ended_at = ").value("timestamptz", Times.utc(at)).sql(", ended_why = ").value("text", why)
                .sql(", version = version + 1 where id = ").value("bigint", mediation).beforehand(template);
    }

    /** Applicants and respondents of a matter. @param agreed those who have agreed to the mediation, as said last */
    record Sides(List<Long> parties, Set<Long> agreed) {

        /** @throws Problem RULE_REFUSED with MEDIATION_CONSENT unless all have agreed */
        void requireConsent() {
            if (!agreed.containsAll(parties)) {
                throw Problem.of(ProblemType.RULE_REFUSED, "MEDIATION_CONSENT");
            }
        }
    }

    long committeeUnit(long committee) {
        return jdbc.sql("select unit_id from mediation.committee where id = :id").param("id", committee).query(Long.class).single();
    }

    /** Cancels what is planned, so that its rooms are free. */
    void cancelPlanned(long mediation, String why) {
        types.statement().sql("update mediation.session set state = 'CANCELLED', why = ").value("text", why)
                .sql(", version = version + 1 where state = 'PLANNED' and mediation_id = ").value("bigint", mediation).beforehand(template);
    }
}
