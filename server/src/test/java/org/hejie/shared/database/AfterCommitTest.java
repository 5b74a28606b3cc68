package org.hejie.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class AfterCommitTest {

    private final List<String> told = new ArrayList<>();
    private final TransactionTemplate transaction = new TransactionTemplate(new Told());

    @Test
    void withoutATransactionItRunsAtOnce() {
        AfterCommit.run(() -> told.add("run"));

        assertThat(told).containsExactly("run");
    }

    @Test
    void withinOneItRunsOnceThatIsCommitted() {
        transaction.executeWithoutResult(status -> AfterCommit.run(() -> told.add("run")));

        assertThat(told).containsExactly("commit", "run");
    }

    @Test
    void afterARollbackItNeverRuns() {
        transaction.executeWithoutResult(status -> {
            AfterCommit.run(() -> told.add("run"));
            status.setRollbackOnly();
        });

        assertThat(told).containsExactly("rollback");
    }

    /** Tells how a transaction ends. */
    private final class Told extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            told.add("commit");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            told.add("rollback");
        }
    }
}
