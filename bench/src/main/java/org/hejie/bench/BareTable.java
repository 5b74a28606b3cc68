package org.hejie.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A copy of one table and what a lifecycle writes into it.
 *
 * @param name      of the copy
 * @param columns   that a row is written with; generated ones are not
 * @param key       positions of the primary key in the columns
 * @param rows      values as text, written before by the server
 * @param inserted  rows a lifecycle inserts, on average
 * @param updated   rows it updates
 * @param deleted   rows it deletes
 * @param preloaded the rows were put in before: the table is one of few rows that are only updated
 */
record BareTable(String name, List<String> columns, List<Integer> key, List<String[]> rows, double inserted, double updated,
        double deleted, boolean preloaded) {

    /** Copies the table and reads rows enough for so many lifecycles, the newest first, as far as there are. */
    static BareTable copy(Connection connection, String original, Database.Written written, int lifecycles, int wanted)
            throws SQLException {
        String name = "bare." + original.replace('.', '_');
        double perLifecycle = written.inserted() / (double) lifecycles;
        boolean preloaded = perLifecycle < 0.01;
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table " + name + " (like " + original
                    + " including defaults including constraints including indexes including generated including storage)");
            if (preloaded) {
                List<String> columns = columns(statement, original);
                String list = String.join(", ", columns);
                statement.execute("insert into " + name + " (" + list + ") select " + list + " from " + original + " limit 1000");
            }
            List<String> columns = columns(statement, original);
            int sample = preloaded ? 1000 : (int) Math.ceil(perLifecycle * wanted);
            return new BareTable(name, columns, key(statement, original, columns),
                    rows(statement, preloaded ? name : original, columns, sample), preloaded ? 0 : perLifecycle,
                    written.updated() / (double) lifecycles, written.deleted() / (double) lifecycles, preloaded);
        }
    }

    private static List<String> columns(Statement statement, String table) throws SQLException {
        return texts(statement, "select quote_ident(attname) from pg_attribute where attrelid = '" + table
                + "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum");
    }

    private static List<Integer> key(Statement statement, String table, List<String> columns) throws SQLException {
        return texts(statement, "select quote_ident(a.attname) from pg_index i join pg_attribute a on a.attrelid = i.indrelid"
                + " and a.attnum = any (i.indkey) where i.indisprimary and i.indrelid = '" + table + "'::regclass")
                .stream().map(columns::indexOf).toList();
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** The table's last pages hold what was written last. */
    private static List<String[]> rows(Statement statement, String table, List<String> columns, int wanted) throws SQLException {
        String list = columns.stream().map(column -> column + "::text").collect(Collectors.joining(", "));
        String sql = "select " + list + " from " + table + " where ctid >= format('(%s,1)', greatest(0, pg_relation_size('"
                + table + "') / 8192 - " + wanted + "))::tid limit " + wanted;
        List<String[]> rows = read(statement, sql, columns.size());
        return rows.isEmpty() ? read(statement, invented(statement, table, wanted), columns.size()) : rows;
    }

    private static List<String[]> read(Statement statement, String sql, int width) throws SQLException {
        List<String[]> rows = new ArrayList<>();
        try (ResultSet results = statement.executeQuery(sql)) {
            while (results.next()) {
                String[] row = new String[width];
                for (int i = 0; i < row.length; i++) {
                    row[i] = results.getString(i + 1);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** Rows for a table whose rows do not stay, such as events once they are handled: plausible values by type. */
    private static String invented(Statement statement, String table, int wanted) throws SQLException {
        List<String> values = texts(statement, """
                select case when not attnotnull then 'null'
                            when atttypid = 'uuid'::regtype then 'gen_random_uuid()'
                            when atttypid in ('int8'::regtype, 'int4'::regtype) then 'g'
                            when atttypid = 'timestamptz'::regtype then 'now()'
                            else 'repeat(''x'', 120)' end
                  from pg_attribute
                 where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                 order by attnum
                """.formatted(table));
        return "select " + String.join(", ", values) + " from generate_series(1, " + wanted + ") g";
    }

    Writer writer(Connection connection) throws SQLException {
        return new Writer(connection);
    }

    /** Writes one lifecycle after the other over one connection; the caller commits. */
    final class Writer {

        private final PreparedStatement insert;
        private final PreparedStatement update;
        private final PreparedStatement delete;

        private Writer(Connection connection) throws SQLException {
            String marks = IntStream.range(0, columns.size()).mapToObj(i -> "?").collect(Collectors.joining(", "));
            String where = key.stream().map(i -> columns.get(i) + " = ?").collect(Collectors.joining(" and "));
            String set = IntStream.range(0, columns.size()).filter(i -> !key.contains(i)).mapToObj(i -> columns.get(i) + " = ?")
                    .collect(Collectors.joining(", "));
            insert = connection.prepareStatement("insert into " + name + " (" + String.join(", ", columns) + ") values (" + marks + ")");
            update = key.isEmpty() || set.isEmpty() ? insert : connection.prepareStatement("update " + name + " set " + set + " where " + where);
            delete = key.isEmpty() ? insert : connection.prepareStatement("delete from " + name + " where " + where);
        }

        /** Whether there are rows left for that lifecycle. */
        boolean has(long lifecycle) {
            return end(lifecycle, inserted) <= rows.size();
        }

        void write(long lifecycle) throws SQLException {
            int first = (int) end(lifecycle - 1, inserted);
            int last = (int) end(lifecycle, inserted);
            for (int row = first; row < last; row++) {
                bindAll(rows.get(row));
                insert.addBatch();
            }
            if (last > first) {
                insert.executeBatch();
            }
            if (rows.isEmpty() || key.isEmpty()) {
                return;
            }
            for (long i = end(lifecycle - 1, updated); i < end(lifecycle, updated) && update != insert; i++) {
                String[] row = target(i, first, last);
                int position = 1;
                for (int column = 0; column < row.length; column++) {
                    if (!key.contains(column)) {
                        update.setString(position++, row[column]);
                    }
                }
                bindKey(update, position, row);
                update.executeUpdate();
            }
            for (long i = end(lifecycle - 1, deleted); i < end(lifecycle, deleted); i++) {
                bindKey(delete, 1, target(i, first, last));
                delete.executeUpdate();
            }
        }

        /** A row this lifecycle inserted; where it inserts none, one of those there before. */
        private String[] target(long turn, int first, int last) {
            return last > first ? rows.get(first + (int) (turn % (last - first))) : rows.get((int) (turn % rows.size()));
        }

        private long end(long lifecycle, double perLifecycle) {
            return (long) Math.floor((lifecycle + 1) * perLifecycle + 1e-9);
        }

        private void bindAll(String[] row) throws SQLException {
            for (int i = 0; i < row.length; i++) {
                insert.setString(i + 1, row[i]);
            }
        }

        private void bindKey(PreparedStatement statement, int from, String[] row) throws SQLException {
            int position = from;
            for (int column : key) {
                statement.setString(position++, row[column]);
            }
        }
    }
}
