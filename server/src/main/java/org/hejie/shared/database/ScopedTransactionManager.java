package org.hejie.shared.database;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hejie.shared.scope.Scope;
import org.hejie.shared.scope.ScopeSigner;
import org.hejie.shared.scope.Scopes;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins every transaction with the signed scope of the one who asks. The setting is local to the
 * transaction, so a pooled connection never carries it to the next; without a scope nothing is set and
 * row-level security shows no row.
 *
 * <p>Some work is done apart from the transaction that asks for it (numbers, the audit log) and needs a connection
 * of its own while the first is held. So that all who hold one never wait for a second that none of them gives
 * back, only {@code outermost} transactions run at once; what the pool has beyond them is for work apart.
 */
class ScopedTransactionManager extends JdbcTransactionManager {

    private static final int PATIENCE_SECONDS = 5;

    private final transient Supplier<ScopeSigner> signer;
    private final transient Semaphore outermost;
    private final transient ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

    /** @param outermost how many transactions may run that are not inside another; less than the pool has connections */
    ScopedTransactionManager(DataSource dataSource, Supplier<ScopeSigner> signer, int outermost) {
        super(dataSource);
        this.signer = signer;
        this.outermost = new Semaphore(outermost, true);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        enter();
        try {
            super.doBegin(transaction, definition);
        } catch (RuntimeException | Error e) {
            leave();
            throw e;
        }
        setScope();
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        super.doCleanupAfterCompletion(transaction);
        leave();
    }

    private void enter() {
        if (depth.get() == 0) {
            try {
                if (!outermost.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new CannotCreateTransactionException("No place for another transaction within " + PATIENCE_SECONDS + " s");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotCreateTransactionException("Interrupted while waiting for a place", e);
            }
        }
        depth.set(depth.get() + 1);
    }

    private void leave() {
        int left = depth.get() - 1;
        if (left > 0) {
            depth.set(left);
            return;
        }
        depth.remove();
        outermost.release();
    }

    /** Travels with the first statement. */
    private void setScope() {
        Scope scope = Scopes.current();
        if (scope.keys().isEmpty() && scope.actor() == 0) {
            return;
        }
        ((Beforehand) DataSourceUtils.getConnection(obtainDataSource()))
                .beforehand("select set_config('hejie.scope', ?, true)", List.of(signer.get().sign(scope)));
    }
}
