package org.hejie.shared.database;

import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers the pool the server works with: part of {@code /readyz}. It says nothing of why not;
 * without a database it takes as long as the pool waits for a connection (5 s).
 */
@Component("database")
class DatabaseHealth implements HealthIndicator {

    private final JdbcClient jdbc;

    DatabaseHealth(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public Health health() {
        try {
            jdbc.sql("select 1").query(Integer.class).single();
            return Health.up().build();
        } catch (DataAccessException e) {
            return Health.down().build();
        }
    }
}
