package org.hejie.mediation.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.mediation.MediationCase.Consent;
import org.hejie.mediation.MediationCase.Mode;
import org.hejie.mediation.MediationCase.Origin;
import org.hejie.mediation.MediationCase.State;
import org.hejie.mediation.MediatorRow;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes mediations, assignments and consents. */
@Component
class CaseStore {

    private final JdbcClient jdbc;
    private final Ids ids;

    CaseStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
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
        return jdbc.sql("select id, matter_id, committee_id, mediator_id, staff_id, state from mediation.mediation where id = :id" + lock)
                .param("id", id)
                .query((row, number) -> new Case(row.getLong(1), new MatterId(row.getLong(2)), row.getLong(3),
                        row.getObject(4, Long.class), row.getObject(5, Long.class), State.valueOf(row.getString(6))))
                .optional();
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
        jdbc.sql("""
                insert into mediation.assignment (id, mediation_id, mediator_id, reason, at, by_staff)
                values (:id, :mediation, :mediator, :reason, :at, :by)
                """).param("id", ids.next()).param("mediation", mediation).param("mediator", mediator.id()).param("reason", reason)
                .param("at", Times.utc(at)).param("by", by).update();
    }

    void vacate(long mediation) {
        jdbc.sql("update mediation.mediation set mediator_id = null, staff_id = null, version = version + 1 where id = :id")
                .param("id", mediation).update();
    }

    void consent(long mediation, long party, Consent consent, Mode mode, @Nullable Long document, Instant at, long by) {
        jdbc.sql("""
                insert into mediation.consent (id, mediation_id, party_id, answer, mode, document_id, at, recorded_by)
                values (:id, :mediation, :party, :answer, :mode, :document, :at, :by)
                """).param("id", ids.next()).param("mediation", mediation).param("party", party).param("answer", consent.name())
                .param("mode", mode.name()).param("document", document).param("at", Times.utc(at)).param("by", by).update();
    }

    void end(long mediation, State as, @Nullable String why, Instant at) {
        jdbc.sql("""
                update mediation.mediation set state = :state, ended_at = :at, ended_why = :why, version = version + 1 where id = :id
                """).param("state", as.name()).param("at", Times.utc(at)).param("why", why).param("id", mediation).update();
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
        jdbc.sql("""
                update mediation.session set state = 'CANCELLED', why = :why, version = version + 1
                 where mediation_id = :id and state = 'PLANNED'
                """).param("why", why).param("id", mediation).update();
    }

    boolean hasAgreement(long mediation) {
        return jdbc.sql("select exists (select 1 from mediation.agreement where mediation_id = :id and state <> 'VOID')")
                .param("id", mediation).query(Boolean.class).single();
    }
}
