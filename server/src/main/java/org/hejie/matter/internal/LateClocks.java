package org.hejie.matter.internal;

import java.time.Clock;
import java.util.List;
import org.hejie.matter.Act;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterId;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.Matters;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.matter.procedure.Procedures;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what the procedures let the system do when a limit has run out: signs for a matter that nobody signed for,
 * and takes it one level up the ladder. Every act is one of its own, with its event.
 */
@Component
class LateClocks {

    private static final Logger LOG = LoggerFactory.getLogger(LateClocks.class);
    private static final int BATCH = 500;

    /**
     * No clock of a matter runs out before its next deadline does: by status and deadline PostgreSQL finds the few that are late in the index of
     * open matters and does not read them all each minute.
     */
    static final String UNSIGNED = """
            select m.id, m.version, m.status, m.procedure_id, m.procedure_version
              from matter.clock c
              join matter.matter m on m.id = c.matter_id
             where c.stopped_at is null and c.paused_at is null and c.due_at < :now and c.key = 'sign'
               and m.open and m.status = 'ASSIGNED' and case when m.due_at is null then 'infinity' else m.due_at end < :now
             order by c.due_at
             limit :batch
            """;
    static final String UNSETTLED = """
            select m.id, m.version, m.status, m.procedure_id, m.procedure_version
              from matter.clock c
              join matter.matter m on m.id = c.matter_id
             where c.stopped_at is null and c.paused_at is null and c.due_at < :now and c.key = 'handle'
               and m.open and m.status in ('ASSIGNED', 'IN_PROGRESS') and m.limit_key in ('grid', 'village', 'town')
               and case when m.due_at is null then 'infinity' else m.due_at end < :now
             order by c.due_at
             limit :batch
            """;

    private final JdbcClient jdbc;
    private final Matters matters;
    private final Procedures procedures;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate reading;

    LateClocks(JdbcClient jdbc, Matters matters, Procedures procedures, Units units, Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.matters = matters;
        this.procedures = procedures;
        this.units = units;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    private record Late(MatterId id, int version, MatterStatus status, ProcedureId procedure, int procedureVersion) {
    }

    /** Signs for what nobody signed for in time (自动签收). Answers for how many. */
    int sign() {
        return each("auto-sign", UNSIGNED, MatterAction.AUTO_SIGN, new Act.AutoSign());
    }

    /** Takes what a level of the ladder did not settle in its days to the next (逐级升级). Answers how many. */
    int escalate() {
        return each("escalation", UNSETTLED, MatterAction.ESCALATE, new Act.Escalate("LEVEL_LIMIT", null));
    }

    private int each(String job, String query, MatterAction action, Act act) {
        if (units.all().isEmpty()) {
            return 0;
        }
        return Actors.as(Actor.system(job, List.of(units.county().id().value())), () -> {
            int done = 0;
            for (Late late : late(query)) {
                done += allowed(late, action) && did(late, act) ? 1 : 0;
            }
            return done;
        });
    }

    private List<Late> late(String query) {
        List<Late> found = reading.execute(status -> jdbc.sql(query)
                .param("now", Times.utc(clock.instant())).param("batch", BATCH)
                .query((row, number) -> new Late(new MatterId(row.getLong("id")), row.getInt("version"),
                        MatterStatus.valueOf(row.getString("status")), new ProcedureId(row.getString("procedure_id")),
                        row.getInt("procedure_version")))
                .list());
        return found == null ? List.of() : found;
    }

    private boolean allowed(Late late, MatterAction action) {
        return procedures.get(late.procedure(), late.procedureVersion()).transition(late.status(), action)
                .filter(move -> move.open(Doer.SYSTEM.roles())).isPresent();
    }

    /** Somebody may have been quicker, or a guard refuses; then the next round looks again. */
    private boolean did(Late late, Act act) {
        try {
            matters.act(late.id(), late.version(), act);
            return true;
        } catch (Problem refused) {
            LOG.info("{} of matter {} was refused: {}", act.action(), late.id().value(), refused.getMessage());
            return false;
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            LOG.error("{} of matter {} is not possible, its rows contradict each other; the others go on: {}", act.action(),
                    late.id().value(), unreadable.getMessage());
            return false;
        }
    }
}
