package org.hejie.shared.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One statement made of parts, each bringing its values. A value travels as text and is cast to the type of its column
 * in the statement, which PostgreSQL reads with a fraction of what a record from JSON costs. Texts of the same shape are
 * the same statement, so that the driver and PostgreSQL keep it prepared.
 */
public final class TypedStatement {

    private final ColumnTypes types;
    private final StringBuilder sql = new StringBuilder(4096);
    private final List<@Nullable String> values = new ArrayList<>(160);

    TypedStatement(ColumnTypes types) {
        this.types = types;
    }

    /** Adds SQL of our own, never anything from outside. */
    public TypedStatement sql(String text) {
        sql.append(text);
        return this;
    }

    /**
     * Adds a value.
     *
     * @param type as PostgreSQL names it
     */
    public TypedStatement value(String type, @Nullable Object value) {
        sql.append("?::").append(type);
        values.add(PostgresText.of(value));
        return this;
    }

    /**
     * Adds an insert of the rows.
     *
     * @param table schema and name; one of ours
     * @param rows  by column, all with the same columns in the same order; values as {@link CopiedRows} takes them
     */
    public TypedStatement insert(String table, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        sql.append("insert into ").append(table).append(" (");
        sql.append(String.join(", ", rows.getFirst().keySet())).append(") values ");
        return tuples(table, rows);
    }

    /** Adds the rows as {@code (…), (…)}. */
    public TypedStatement tuples(String table, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        Map<String, String> of = types.of(table);
        String between = "";
        for (Map<String, ? extends @Nullable Object> row : rows) {
            sql.append(between);
            between = ", ";
            char before = '(';
            for (Map.Entry<String, ? extends @Nullable Object> column : row.entrySet()) {
                sql.append(before);
                before = ',';
                value(of.get(column.getKey()), column.getValue());
            }
            sql.append(')');
        }
        return this;
    }

    /** Adds {@code column = value} for each column of the row. */
    public TypedStatement assignments(String table, Map<String, ? extends @Nullable Object> row) {
        Map<String, String> of = types.of(table);
        String between = "";
        for (Map.Entry<String, ? extends @Nullable Object> column : row.entrySet()) {
            sql.append(between).append(column.getKey()).append(" = ");
            between = ", ";
            value(of.get(column.getKey()), column.getValue());
        }
        return this;
    }

    /** Runs the statement, which answers one row. */
    public <T> T one(JdbcTemplate jdbc, RowMapper<T> row) {
        return jdbc.query(sql.toString(), this::bind, row).getFirst();
    }

    /**
     * Runs the statement, whose answer nobody needs, within the current transaction in one round trip with its next statement,
     * at the latest with the commit.
     */
    public void beforehand(JdbcTemplate jdbc) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            jdbc.update(sql.toString(), this::bind);
            return;
        }
        DataSource source = Objects.requireNonNull(jdbc.getDataSource());
        Connection connection = DataSourceUtils.getConnection(source);
        ((Beforehand) connection).beforehand(sql.toString(), values);
        DataSourceUtils.releaseConnection(connection, source);
    }

    String text() {
        return sql.toString();
    }

    private void bind(PreparedStatement statement) throws SQLException {
        int place = 1;
        for (String value : values) {
            statement.setString(place++, value);
        }
    }
}
