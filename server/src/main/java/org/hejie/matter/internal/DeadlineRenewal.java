package org.hejie.matter.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hejie.calendar.CalendarChanged;
import org.hejie.matter.MatterId;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reckons the deadlines of running clocks again when days or hours have changed, and keeps what moved in
 * matter.deadline_change. The matter's version stays: nobody's open page becomes stale by it. Safe to run twice.
 */
@Component
class DeadlineRenewal {

    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final MatterLoader loader;
    private final MatterStore store;
    private final Timing timing;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DeadlineRenewal(JdbcClient jdbc, MatterLoader loader, MatterStore store, Timing timing, Units units, Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.loader = loader;
        this.store = store;
        this.timing = timing;
        this.units = units;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @ApplicationModuleListener
    void on(CalendarChanged changed) {
        renew(changed.version().number());
    }

    /** Renews what was reckoned by an older state of the calendar. */
    void renew(long version) {
        if (units.all().isEmpty()) {
            return;
        }
        Actors.run(Actor.system("deadline-renewal", List.of(units.county().id().value())), () -> {
            Long after = 0L;
            while (after != null) {
                long from = after;
                after = transaction.execute(status -> batch(from, version));
            }
        });
    }

    /** @return the id to go on after, or null when there are no more */
    private @Nullable Long batch(long after, long version) {
        List<Long> ids = jdbc.sql("""
                select distinct matter_id
                  from matter.clock
                 where stopped_at is null and calendar_version < :version and matter_id > :after
                 order by matter_id
                 limit :batch
                """).param("version", version).param("after", after).param("batch", BATCH).query(Long.class).list();
        ids.forEach(id -> loader.forMove(new MatterId(id)).ifPresent(matter -> renew(matter, version)));
        return ids.size() < BATCH ? null : ids.getLast();
    }

    private void renew(Matter matter, long version) {
        for (ClockRun run : matter.clocks) {
            if (run.running() && run.deadline.version().number() < version) {
                Instant before = run.deadline.dueAt();
                run.recompute(timing.calendar(run.schedule));
                if (!before.equals(run.deadline.dueAt())) {
                    keep(matter, run, before);
                }
            }
        }
        store.update(matter, matter.version);
    }

    private void keep(Matter matter, ClockRun run, Instant before) {
        jdbc.sql("""
                insert into matter.deadline_change (matter_id, key, run, calendar_version, old_due_at, new_due_at, changed_at)
                values (:id, :key, :run, :version, :old, :new, :at)
                on conflict do nothing
                """)
                .param("id", matter.id.value()).param("key", run.key).param("run", run.run)
                .param("version", run.deadline.version().number())
                .param("old", Times.utc(before)).param("new", Times.utc(run.deadline.dueAt()))
                .param("at", Times.utc(clock.instant()))
                .update();
    }
}
