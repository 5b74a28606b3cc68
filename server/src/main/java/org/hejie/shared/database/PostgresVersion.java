package org.hejie.shared.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The version of the PostgreSQL we are given; {@code docs/operations.md} names the ones tried. */
final class PostgresVersion {

    /** The oldest with which migrations, the first set-up, reports, backup and restore were tried; no test suite and no demo county. */
    static final int OLDEST = 15;

    private PostgresVersion() {
    }

    /** @throws UnusableDatabaseException if the server is older than {@value #OLDEST} */
    static void require(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        check(jdbc.sql("select current_setting('server_version_num')::int / 10000").query(Integer.class).single(),
                jdbc.sql("show server_version").query(String.class).single());
    }

    static void check(int major, String name) {
        if (major < OLDEST) {
            throw new UnusableDatabaseException("This is PostgreSQL " + name + "; Hejie needs " + OLDEST + " or newer.",
                    "Upgrade PostgreSQL (pg_upgrade, or dump and restore), or set HEJIE_DB_URL to a newer one.", null);
        }
    }
}
