package org.hejie.shared.database;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The types of our tables' columns, asked of PostgreSQL once. */
@Component
public class ColumnTypes {

    private static final String QUESTION = """
            select attname, format_type(atttypid, null)
              from pg_attribute
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
