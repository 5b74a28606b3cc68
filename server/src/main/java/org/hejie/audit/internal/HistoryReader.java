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
    private static final int HASHED_FROM = 4;

    private final Connection cursors;
    private final Connection copies;

    HistoryReader(Connection cursors, Connection copies) {
        this.cursors = cursors;
        this.copies = copies;
    }

    record Outcome(Verdict.Table table, @Nullable Fault fault) {}

    Outcome check(ChainSource source) throws SQLException {
        try (HeadCursor heads = new HeadCursor(cursors, source.heads());
             HeadCursor sealed = new HeadCursor(cursors, """
                     select chain_id, seq, hash from audit.sealed_head where source = ? order by chain_id, seq
                     """, source.table());
             CopiedRows rows = new CopiedRows(copies, source.rows())) {
            ChainCheck check = new ChainCheck(source.table(), heads, sealed);
            ChainFields fields = new ChainFields();
            boolean wanted = true;
            while (wanted && rows.next()) {
                rows.addTo(fields.clear(), source.fields(), HASHED_FROM);
                wanted = check.row(rows.number(0), rows.number(1), rows.bytes(2), rows.bytes(3), fields);
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

        Unreadable(Exception cause) {
            super("the history could not be read", cause);
        }
    }
}
