package org.hejie.mediation.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
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

    /** What {@link #row} reads, of a mediation named c; with the matter locked also {@link MatterChronicle#END}. */
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

    /** Locked after its matter, as everything of a matter is, so that no two wait for each other. */
    Optional<Case> lock(long id) {
        return jdbc.sql("select " + COLUMNS + ", " + MatterChronicle.END + " from mediation.mediation c join matter.matter m on m.id = c.matter_id"
                + " where c.id = :id for update of m, c").param("id", id).query((row, number) -> row(row, true)).optional();
    }

    Optional<Case> read(long id) {
        return jdbc.sql("select " + COLUMNS + " from mediation.mediation c where c.id = :id").param("id", id)
                .query((row, number) -> row(row, false)).optional();
    }

    /** The one that runs on a matter, locked. */
    Optional<Case> lockRunning(MatterId matter) {
        return jdbc.sql("select id from mediation.mediation where matter_id = :matter and state = 'OPEN'").param("matter", matter.value())
                .query(Long.class).optional().flatMap(this::lock).filter(one -> one.state() == State.OPEN);
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

    Sides sides(Case one) {
        var sides = new Sides(new ArrayList<>(), new HashSet<>());
        jdbc.sql("""
                select p.party_id, coalesce((select c.answer from mediation.consent c where c.mediation_id = :id and c.party_id = p.party_id
                                              order by c.id desc limit 1) = 'AGREED', false)
                  from matter.party_role p
                 where p.matter_id = :matter and p.role in ('APPLICANT', 'RESPONDENT') order by p.role, p.party_id
                """).param("matter", one.matter().value()).param("id", one.id())
                .query(row -> {
                    sides.parties().add(row.getLong(1));
                    if (row.getBoolean(2)) {
                        sides.agreed().add(row.getLong(1));
                    }
                });
        return sides;
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
