package org.hejie.shared.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Inserts many rows at once, in the transaction of the caller. They come by COPY, which PostgreSQL reads several times
 * faster than any other form, into a temporary table of this connection, and from there by an insert into their table,
 * where checks, triggers and row-level security hold for each (docs/adr/0051).
 */
@Component
public class CopiedRows {

    private static final int CHUNK = 1 << 16;

    private final JdbcTemplate jdbc;

    CopiedRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Inserts the rows.
     *
     * @param table schema and name; one of ours, never from outside
     * @param rows  by column, all with the same columns in the same order: texts as PostgreSQL reads them for the
     *              column's type, numbers, booleans, collections for arrays; null for none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(String table, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String columns = String.join(", ", rows.getFirst().keySet());
        String beside = "incoming_" + table.replace('.', '_');
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (Statement statement = connection.createStatement()) {
                prepare(statement, table, beside);
                copy(connection, "copy pg_temp.%s (%s) from stdin".formatted(beside, columns), rows);
                return statement.execute("insert into %s (%2$s) select %2$s from pg_temp.%3$s".formatted(table, columns, beside));
            }
        });
    }

    /** An empty temporary table; it lives as long as the connection and is emptied at each commit. */
    private static void prepare(Statement statement, String table, String beside) throws SQLException {
        if (!answer(statement, "select to_regclass('pg_temp.%s') is not null".formatted(beside))) {
            statement.execute("create temporary table %s (like %s) on commit delete rows".formatted(beside, table));
        } else if (answer(statement, "select exists (select 1 from pg_temp.%s)".formatted(beside))) {
            statement.execute("truncate pg_temp." + beside);
        }
    }

    private static boolean answer(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static void copy(Connection connection, String sql, List<? extends Map<String, ? extends @Nullable Object>> rows)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            var lines = new StringBuilder(CHUNK + CHUNK / 2);
            for (Map<String, ? extends @Nullable Object> row : rows) {
                String separator = "";
                for (Object value : row.values()) {
                    lines.append(separator);
                    separator = "\t";
                    append(lines, value);
                }
                lines.append('\n');
                if (lines.length() > CHUNK) {
                    send(copy, lines);
                }
            }
            send(copy, lines);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, StringBuilder lines) throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }

    private static void append(StringBuilder line, @Nullable Object value) {
        switch (value) {
            case null -> line.append("\\N");
            case Long number -> line.append(number.longValue());
            case Integer number -> line.append(number.intValue());
            case Boolean truth -> line.append(truth ? 't' : 'f');
            case Collection<?> values -> escaped(line, PostgresText.array(values));
            default -> escaped(line, String.valueOf(PostgresText.of(value)));
        }
    }

    /** Nearly every text is copied as it is: looking for the four characters first is much quicker. */
    private static void escaped(StringBuilder line, String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('\n') < 0 && text.indexOf('\t') < 0 && text.indexOf('\r') < 0) {
            line.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> line.append(c);
            }
        }
    }
}
