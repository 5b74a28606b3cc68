package org.hejie.shared.database;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The types of our tables' columns, of a domain what it is made of, asked of PostgreSQL once. */
@Component
public class ColumnTypes {

    private static final String QUESTION = """
            select attname, format_type(coalesce(nullif(typbasetype, 0), atttypid), null)
              from pg_attribute
              join pg_type on pg_type.oid = atttypid
             where attrelid = ?::regclass and attnum > 0 and not attisdropped
            """;

    private final JdbcTemplate jdbc;
    private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

    ColumnTypes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An empty statement whose values will be cast to these types. */
    public TypedStatement statement() {
        return new TypedStatement(this);
    }

    /**
     * Inserts many rows.
     *
     * @param table schema and name; one of ours
     * @param rows  by column, all with the same columns in the same order; values as {@link CopiedRows} takes them
     * @param batch how many travel together
     */
    public void insert(JdbcTemplate with, String table, List<? extends Map<String, ? extends @Nullable Object>> rows, int batch) {
        String sql = statement().insert(table, rows.subList(0, 1)).text();
        with.batchUpdate(sql, rows, batch, (statement, row) -> {
            int place = 1;
            for (Object value : row.values()) {
                statement.setString(place++, PostgresText.of(value));
            }
        });
    }

    /**
     * The types by column.
     *
     * @param table schema and name; an unknown one is an error of PostgreSQL
     */
    Map<String, String> of(String table) {
        return known.computeIfAbsent(table, name -> {
            Map<String, String> types = new HashMap<>();
            jdbc.query(QUESTION, row -> {
                types.put(row.getString(1), row.getString(2));
            }, name);
            return Map.copyOf(types);
        });
    }
}
