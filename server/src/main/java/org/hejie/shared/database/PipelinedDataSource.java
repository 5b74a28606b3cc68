package org.hejie.shared.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Gives connections on which statements without an answer travel with the next one ({@link Beforehand}). */
class PipelinedDataSource extends DelegatingDataSource {

    PipelinedDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return PipelinedConnection.of(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return PipelinedConnection.of(super.getConnection(username, password));
    }
}
