package org.hejie.partner.internal;

import java.util.List;
import java.util.function.LongFunction;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Work of the server itself, with the county's key, in a transaction: an administrator holds no key, and a timer is nobody. */
@Component
class AsServer {

    private final Units units;
    private final TransactionTemplate transaction;

    AsServer(Units units, PlatformTransactionManager transactions) {
        this.units = units;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param work is given the county's key */
    <T> T run(LongFunction<T> work) {
        long county = units.county().id().value();
        return Actors.as(Actor.system("partner", List.of(county)), () -> transaction.execute(status -> work.apply(county)));
    }
}
