package org.hejie.mediation.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.mediation.MediationCase.Consent;
import org.hejie.mediation.MediationCase.Mode;
import org.hejie.mediation.MediationCase.Origin;
import org.hejie.mediation.MediationCase.State;
import org.hejie.mediation.MediatorRow;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.database.ColumnTypes;
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
        jdbc.sql("""
                insert into mediation.mediation (id, matter_id, attempt, committee_id, mediator_id, staff_id, origin, state, opened_at,
                                                 opened_by, due_on, version)
                values (:id, :matter, (select count(*) + 1 from mediation.mediation where matter_id = :matter), :committee, :mediator,
                        :staff, :origin, 'OPEN', :at, :by, :due, 1)
                """)
                .param("id", id).param("matter", matter.value()).param("committee", mediator.committee().id())
                .param("mediator", mediator.id()).param("staff", mediator.staffId()).param("origin", origin.name())
                .param("at", Times.utc(at)).param("by", by).param("due", dueOn).update();
        return id;
    }

    Optional<Case> lock(long id) {
        return read(id, " for update");
    }

    Optional<Case> read(long id) {
        return read(id, "");
    }

    /** The one that runs on a matter, locked. */
    Optional<Case> lockRunning(MatterId matter) {
        return jdbc.sql("select id from mediation.mediation where matter_id = :matter and state = 'OPEN'").param("matter", matter.value())
                .query(Long.class).optional().flatMap(this::lock).filter(one -> one.state() == State.OPEN);
    }

    private Optional<Case> read(long id, String lock) {
        return jdbc.sql("select " + COLUMNS + " from mediation.mediation c where c.id = :id" + lock).param("id", id)
                .query((row, number) -> row(row)).optional();
    }

    static Case row(ResultSet row) throws SQLException {
        return new Case(row.getLong("of_case"), new MatterId(row.getLong("matter_id")), row.getLong("of_committee"),
                row.getObject("mediator_id", Long.class), row.getObject("of_staff", Long.class), State.valueOf(row.getString("case_state")));
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
        insert("mediation.assignment", "id", ids.next(), "mediation_id", mediation, "mediator_id", mediator.id(), "reason", reason,
                "at", Times.utc(at), "by_staff", by);
    }

    void vacate(long mediation) {
        jdbc.sql("update mediation.mediation set mediator_id = null, staff_id = null, version = version + 1 where id = :id")
                .param("id", mediation).update();
    }

    void consent(long mediation, long party, Consent consent, Mode mode, @Nullable Long document, Instant at, long by) {
        insert("mediation.consent", "id", ids.next(), "mediation_id", mediation, "party_id", party, "answer", consent.name(),
                "mode", mode.name(), "document_id", document, "at", Times.utc(at), "recorded_by", by);
    }

    /** Nobody waits for it: it travels with the next statement. */
    private void insert(String table, @Nullable Object... columns) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i += 2) {
            row.put((String) columns[i], columns[i + 1]);
        }
        types.statement().insert(table, List.of(row)).beforehand(template);
    }

    void end(long mediation, State as, @Nullable String why, Instant at) {
        types.statement().sql("update mediation.mediation set state = ").value("text", as.name())
                .sql(", ended_at = ").value("timestamptz", Times.utc(at)).sql(", ended_why = ").value("text", why)
                .sql(", version = version + 1 where id = ").value("bigint", mediation).beforehand(template);
    }

    /** The two sides of the matter: applicants and respondents. */
    List<Long> sides(MatterId matter) {
        return jdbc.sql("""
                select party_id from matter.party_role
                 where matter_id = :id and role in ('APPLICANT', 'RESPONDENT') order by role, party_id
                """).param("id", matter.value()).query(Long.class).list();
    }

    /** Whether every party of both sides has agreed, as said last. */
    boolean allAgree(long mediation, MatterId matter) {
        return jdbc.sql("""
                select not exists (
                    select 1 from matter.party_role p
                     where p.matter_id = :matter and p.role in ('APPLICANT', 'RESPONDENT')
                       and coalesce((select c.answer from mediation.consent c where c.mediation_id = :id and c.party_id = p.party_id
                                      order by c.id desc limit 1), '') <> 'AGREED')
                """).param("matter", matter.value()).param("id", mediation).query(Boolean.class).single();
    }

    long committeeUnit(long committee) {
        return jdbc.sql("select unit_id from mediation.committee where id = :id").param("id", committee).query(Long.class).single();
    }

    /** Cancels what is planned, so that its rooms are free. */
    void cancelPlanned(long mediation, String why) {
        types.statement().sql("update mediation.session set state = 'CANCELLED', why = ").value("text", why)
                .sql(", version = version + 1 where state = 'PLANNED' and mediation_id = ").value("bigint", mediation).beforehand(template);
    }

    boolean hasAgreement(long mediation) {
        return jdbc.sql("select exists (select 1 from mediation.agreement where mediation_id = :id and state <> 'VOID')")
                .param("id", mediation).query(Boolean.class).single();
    }
}
