package org.hejie.matter.internal;

import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.hejie.matter.MatterId;
import org.hejie.matter.twin.TwinSearchRun;
import org.hejie.matter.twin.Twins;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the twins of what was noted, some in one transaction: what a stopped server left is done by the next. */
@Component
class CountyTwinSearch implements TwinSearchRun {

    /** In one transaction; each takes some milliseconds. */
    private static final int AT_ONCE = 50;

    private final TwinPairRows pairs;
    private final TwinRows rows;
    private final MatterStore store;
    private final Twins twins;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CountyTwinSearch(TwinPairRows pairs, TwinRows rows, MatterStore store, Twins twins, Units units, Clock clock,
            PlatformTransactionManager transactions) {
        this.pairs = pairs;
        this.rows = rows;
        this.store = store;
        this.twins = twins;
        this.units = units;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void toTheEnd(BooleanSupplier stop) {
        Actors.run(actor(), () -> {
            boolean more = true;
            while (more && !stop.getAsBoolean()) {
                more = Boolean.TRUE.equals(transaction.execute(status -> some()));
            }
        });
    }

    @Override
    public boolean shouldWait() {
        return Actors.as(actor(), () -> transaction.execute(status -> pairs.noted()))
                .filter(noted -> noted.isComing(clock.instant())).isPresent();
    }

    private Actor actor() {
        return Actor.system("twins", List.of(units.county().id().value()));
    }

    private boolean some() {
        List<MatterId> taken = pairs.take(AT_ONCE);
        int keptFrom = rows.points().keptFrom();
        for (MatterId matter : taken) {
            if (store.visible(matter)) {
                twins.of(matter).stream().filter(twin -> twin.score() >= keptFrom)
                        .forEach(twin -> pairs.found(matter.value(), twin, clock.instant()));
            }
        }
        return taken.size() == AT_ONCE;
    }
}
