package org.hejie.org.signin;

import java.util.function.Supplier;
import org.hejie.org.StaffId;
import org.hejie.shared.scope.Scope;
import org.hejie.shared.scope.Scopes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work on what one person proves himself with. Row-level security shows such a row to its owner's key alone, so every statement
 * runs in a transaction under that key; nothing can read two people at once.
 */
@Component
class OwnersKey {

    private final TransactionTemplate apart;

    OwnersKey(PlatformTransactionManager transactions) {
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Runs the work in the transaction begun under the person's key, or in one of its own. */
    <T> T of(StaffId staff, Supplier<T> work) {
        boolean begunUnderTheKey = TransactionSynchronizationManager.isActualTransactionActive()
                && Scopes.current().keys().contains(staff.value());
        return begunUnderTheKey ? work.get()
                : Scopes.as(Scope.job("sign-in", staff.value()), () -> apart.execute(status -> work.get()));
    }
}
