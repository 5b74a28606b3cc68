package org.hejie.audit.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.hejie.audit.ChainHead;

/** Heads of chains read from the database a few thousand at a time. */
final class HeadCursor implements Iterator<ChainHead>, AutoCloseable {

    private final PreparedStatement statement;
    private final ResultSet rows;
    private boolean more;

    /** Runs a select of chain id, seq and hash. */
    HeadCursor(Connection connection, String sql, Object... parameters) throws SQLException {
        statement = HistoryReader.prepare(connection, sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        rows = statement.executeQuery();
        more = rows.next();
    }

    @Override
    public boolean hasNext() {
        return more;
    }

    @Override
    public ChainHead next() {
        if (!more) {
            throw new NoSuchElementException();
        }
        try {
            ChainHead head = new ChainHead(rows.getLong(1), rows.getLong(2), rows.getBytes(3));
            more = rows.next();
            return head;
        } catch (SQLException e) {
            throw new HistoryReader.Unreadable(e);
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
