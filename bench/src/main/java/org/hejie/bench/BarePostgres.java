package org.hejie.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The same rows written by nothing but JDBC: copies of the tables with their indexes and checks, without
 * row-level security, triggers and foreign keys; rows that the measured run wrote; the number of inserts,
 * updates and deletes of each table that a lifecycle was seen to make; three commits, as a lifecycle has three writing calls.
 */
final class BarePostgres {

    private static final int COMMITS = 3;
    /** Lifecycles for which rows are read beforehand. */
    private static final int SAMPLE = 20_000;

    private final Database database;
    private final List<BareTable> tables = new ArrayList<>();

    /**
     * Copies the tables that were written.
     *
     * @param written    rows written in the measured run, by table
     * @param lifecycles lifecycles of that run
     */
    BarePostgres(Database database, Map<String, Database.Written> written, int lifecycles) throws SQLException {
        this.database = database;
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists bare cascade");
            statement.execute("create schema bare");
            for (var entry : written.entrySet()) {
                tables.add(BareTable.copy(connection, entry.getKey(), entry.getValue(), lifecycles, SAMPLE));
            }
        }
    }

    /** Lifecycles' worth of rows written per second by that many connections; the copies are dropped afterwards. */
    double perSecond(int connections, int seconds) throws SQLException, InterruptedException {
        long started = System.nanoTime();
        long until = started + seconds * 1_000_000_000L;
        long done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int number = i;
                running.add(threads.submit(() -> write(number, connections, until)));
            }
            for (Future<Long> one : running) {
                done += one.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException("Bare PostgreSQL could not write the rows", e.getCause());
        }
        double taken = (System.nanoTime() - started) / 1e9;
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute("drop schema bare cascade");
        }
        return done / taken;
    }

    /** Writes lifecycles number, number + step, … until the time or the sampled rows are used up. */
    private long write(int number, int step, long until) throws SQLException {
        long done = 0;
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            List<BareTable.Writer> writers = new ArrayList<>();
            for (BareTable table : tables) {
                writers.add(table.writer(connection));
            }
            for (long lifecycle = number; System.nanoTime() < until; lifecycle += step) {
                for (BareTable.Writer writer : writers) {
                    if (!writer.has(lifecycle)) {
                        return done;
                    }
                }
                for (int commit = 0; commit < COMMITS; commit++) {
                    for (int table = commit; table < writers.size(); table += COMMITS) {
                        writers.get(table).write(lifecycle);
                    }
                    connection.commit();
                }
                done++;
            }
        }
        return done;
    }
}
