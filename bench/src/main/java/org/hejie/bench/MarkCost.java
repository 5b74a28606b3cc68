package org.hejie.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * What the marks of one registration cost PostgreSQL: the statement's part alone, by the server's own role with row-level
 * security on, in a transaction that is rolled back.
 *
 * @param marks   milliseconds for six marks
 * @param nothing milliseconds for a statement that does nothing, the round trip
 */
record MarkCost(double marks, double nothing) {

    private static final int MARKS = 6;

    static MarkCost measure(Database database, int registrations) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("set local role hejie_app");
            connection.createStatement().execute("select set_config('hejie.scope', 'bench', true)");
            double marks;
            double nothing;
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into matter.twin_mark (mark, registered_at, matter_id)
                    select mark, ?, ? from unnest(?::bigint[]) mark
                    """); PreparedStatement empty = connection.prepareStatement("select 1 from unnest(?::bigint[]) mark limit 0")) {
                write(connection, insert, registrations / 4);
                marks = write(connection, insert, registrations);
                read(connection, empty, registrations / 4);
                nothing = read(connection, empty, registrations);
            }
            connection.rollback();
            return new MarkCost(marks, nothing);
        }
    }

    private static double write(Connection connection, PreparedStatement insert, int times) throws SQLException {
        var random = new SplittableRandom(System.nanoTime());
        long started = System.nanoTime();
        for (int i = 0; i < times; i++) {
            insert.setTimestamp(1, new Timestamp(System.currentTimeMillis()));
            insert.setLong(2, -1 - random.nextLong(Long.MAX_VALUE));
            insert.setArray(3, connection.createArrayOf("bigint", some(random)));
            insert.executeUpdate();
        }
        return (System.nanoTime() - started) / 1e6 / times;
    }

    private static double read(Connection connection, PreparedStatement empty, int times) throws SQLException {
        var random = new SplittableRandom(7);
        long started = System.nanoTime();
        for (int i = 0; i < times; i++) {
            empty.setArray(1, connection.createArrayOf("bigint", some(random)));
            empty.executeQuery().close();
        }
        return (System.nanoTime() - started) / 1e6 / times;
    }

    private static Long[] some(SplittableRandom random) {
        return Stream.generate(random::nextLong).limit(MARKS).toArray(Long[]::new);
    }
}
