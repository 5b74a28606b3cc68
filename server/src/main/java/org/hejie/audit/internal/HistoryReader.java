package org.hejie.audit.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.hejie.audit.ChainFields;
import org.hejie.audit.ChainSource;
import org.hejie.audit.Fault;
import org.hejie.audit.Verdict;
import org.jspecify.annotations.Nullable;

/** Reads one chained table through a {@link ChainCheck}, in the caller's snapshot. */
final class HistoryReader {

    private static final int ROWS_AT_A_TIME = 5_000;

    private final Connection connection;

    HistoryReader(Connection connection) {
        this.connection = connection;
    }

    record Outcome(Verdict.Table table, @Nullable Fault fault) {}

    Outcome check(ChainSource source) throws SQLException {
        try (HeadCursor heads = new HeadCursor(connection, source.heads());
             HeadCursor sealed = new HeadCursor(connection, """
                     select chain_id, seq, hash from audit.sealed_head where source = ? order by chain_id, seq
                     """, source.table());
             PreparedStatement statement = prepare(connection, source.rows());
             ResultSet rows = statement.executeQuery()) {
            ChainCheck check = new ChainCheck(source.table(), heads, sealed);
            ChainFields fields = new ChainFields();
            boolean wanted = true;
            while (wanted && rows.next()) {
                source.fields(rows, fields.clear());
                wanted = check.row(rows.getLong(1), rows.getLong(2), rows.getBytes(3), rows.getBytes(4), fields);
            }
            Fault fault = check.finish();
            return new Outcome(new Verdict.Table(source.table(), check.chains(), check.rows()), fault);
        }
    }

    static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setFetchSize(ROWS_AT_A_TIME);
        return statement;
    }

    /** The history could not be read to its end. */
    static final class Unreadable extends RuntimeException {

        Unreadable(SQLException cause) {
            super("the history could not be read", cause);
        }
    }
}
