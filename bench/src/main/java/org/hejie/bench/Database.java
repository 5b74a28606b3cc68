package org.hejie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The PostgreSQL under the measured server, reached as its owner. */
final class Database {

    private final String url;
    private final String password;

    Database(Path data) throws IOException {
        url = "jdbc:postgresql://127.0.0.1:" + Files.readString(data.resolve("postgres.port")).strip() + "/postgres";
        password = Files.readString(data.resolve("secrets/postgres")).strip();
    }

    Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", password);
        properties.setProperty("prepareThreshold", "2");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("stringtype", "unspecified");
        return DriverManager.getConnection(url, properties);
    }

    /** Refuses to measure a database that answers before the disk has the row. */
    void requireDurable() throws SQLException {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            String value = text("show " + setting);
            if (!value.equals("on")) {
                throw new IllegalStateException(setting + " is " + value + ": figures without durability say nothing");
            }
        }
    }

    String text(String sql) throws SQLException {
        try (Connection connection = connect(); ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    long matters() throws SQLException {
        return Long.parseLong(text("select count(*) from matter.matter"));
    }

    /** Rows written in a table since the database began. */
    record Written(long inserted, long updated, long deleted) {

        Written minus(Written before) {
            return new Written(inserted - before.inserted, updated - before.updated, deleted - before.deleted);
        }
    }

    /** Rows written so far, by table; statistics of the last second may be missing. */
    Map<String, Written> written() throws SQLException {
        Map<String, Written> written = new TreeMap<>();
        try (Connection connection = connect(); ResultSet rows = connection.createStatement().executeQuery("""
                select schemaname || '.' || relname, n_tup_ins, n_tup_upd, n_tup_del
                  from pg_stat_user_tables
                """)) {
            while (rows.next()) {
                written.put(rows.getString(1), new Written(rows.getLong(2), rows.getLong(3), rows.getLong(4)));
            }
        }
        return written;
    }
}
