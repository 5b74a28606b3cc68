package org.hejie.shared.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
 */
class ScopedTransactionManager extends JdbcTransactionManager {

    private final transient Supplier<ScopeSigner> signer;

    ScopedTransactionManager(DataSource dataSource, Supplier<ScopeSigner> signer) {
        super(dataSource);
        this.signer = signer;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Scope scope = Scopes.current();
        if (scope.keys().isEmpty() && scope.actor() == 0) {
            return;
        }
        Connection connection = DataSourceUtils.getConnection(obtainDataSource());
        try (PreparedStatement set = connection.prepareStatement("select set_config('hejie.scope', ?, true)")) {
            set.setString(1, signer.get().sign(scope));
            set.execute();
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("The scope could not be set", e);
        }
    }
}
