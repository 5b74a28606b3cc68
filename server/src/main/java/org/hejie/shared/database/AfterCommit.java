package org.hejie.shared.database;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What may only be done once others can see what the transaction of the caller wrote. */
public final class AfterCommit {

    private AfterCommit() {
    }

    /** Runs it after the commit of the caller's transaction, the outermost one; never after a rollback; at once without one. */
    public static void run(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
