package org.hejie.followup.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.hejie.calendar.Calendars;
import org.hejie.matter.MatterId;
import org.hejie.matter.MatterArchived;
import org.hejie.matter.MatterClosed;
import org.hejie.matter.MatterReopened;
import org.hejie.matter.procedure.Procedure;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.matter.procedure.Procedures;
import org.hejie.matter.procedure.VisitRule;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans the visits of a matter when it is closed, as its procedure says (7, 30 and 90 days after closing for a
 * dispute), and drops what is left when it is opened again or archived. Safe to run twice.
 */
@Component
class VisitPlans {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final Procedures procedures;
    private final Calendars calendars;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate apart;

    VisitPlans(JdbcClient jdbc, Procedures procedures, Calendars calendars, Units units, Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.procedures = procedures;
        this.calendars = calendars;
        this.units = units;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Closed(long id, Instant closedAt, ProcedureId procedure, int version, int visits) {
    }

    @ApplicationModuleListener
    void on(MatterClosed news) {
        asSystem(() -> closed(news.id()).forEach(this::plan));
    }

    @ApplicationModuleListener
    void on(MatterReopened news) {
        asSystem(() -> drop(news.id()));
    }

    @ApplicationModuleListener
    void on(MatterArchived news) {
        asSystem(() -> drop(news.id()));
    }

    /** Plans for matters that were closed without news of it, as old ledgers bring them. Answers for how many. */
    int catchUp() {
        if (units.all().isEmpty()) {
            return 0;
        }
        int[] planned = {0};
        asSystem(() -> {
            List<Closed> missing = jdbc.sql("""
                    select m.id, m.closed_at, m.procedure_id, m.procedure_version, m.visit_count
                      from matter.matter m
                     where m.open and m.status in ('CLOSED', 'REVISIT', 'EVALUATED') and m.closed_at is not null
                       and not exists (select 1 from followup.plan p where p.matter_id = m.id and p.closed_at = m.closed_at)
                     limit :batch
                    """).param("batch", BATCH).query((row, number) -> closed(row)).list();
            missing.forEach(this::plan);
            planned[0] = missing.size();
        });
        return planned[0];
    }

    private void asSystem(Runnable work) {
        Actors.run(Actor.system("visit-plans", List.of(units.county().id().value())),
                () -> apart.executeWithoutResult(status -> work.run()));
    }

    private List<Closed> closed(MatterId id) {
        return jdbc.sql("""
                select m.id, m.closed_at, m.procedure_id, m.procedure_version, m.visit_count
                  from matter.matter m
                 where m.id = :id and m.closed_at is not null
                """).param("id", id.value()).query((row, number) -> closed(row)).list();
    }

    private static Closed closed(ResultSet row) throws SQLException {
        return new Closed(row.getLong("id"), row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                new ProcedureId(row.getString("procedure_id")), row.getInt("procedure_version"), row.getInt("visit_count"));
    }

    /** The visits still to be made: as many of the first are left out as have been made. */
    private void plan(Closed matter) {
        Procedure procedure = procedures.get(matter.procedure(), matter.version());
        for (VisitRule rule : procedure.visits().stream().skip(matter.visits()).toList()) {
            LocalDate due = Times.dateOf(calendars.county().due(matter.closedAt(), rule.afterClosing().limit()).dueAt());
            jdbc.sql("""
                    insert into followup.plan (matter_id, closed_at, key, due_on, made_at)
                    values (:id, :closed, :key, :due, :now)
                    on conflict do nothing
                    """)
                    .param("id", matter.id()).param("closed", Times.utc(matter.closedAt())).param("key", rule.key())
                    .param("due", due).param("now", Times.utc(clock.instant()))
                    .update();
        }
    }

    private void drop(MatterId id) {
        jdbc.sql("""
                update followup.plan set dropped_at = :now
                 where matter_id = :id and visit_id is null and dropped_at is null
                   and closed_at is distinct from (select m.closed_at from matter.matter m where m.id = :id and m.archived_at is null)
                """).param("id", id.value()).param("now", Times.utc(clock.instant())).update();
    }
}
