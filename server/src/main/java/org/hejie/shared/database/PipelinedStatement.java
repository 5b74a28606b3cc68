package org.hejie.shared.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is prepared only when it runs, with those in front of it that waited for it. Its answer is that of the
 * statement itself. Run as a batch or through a cursor, it follows them in a round trip of its own; so does every
 * later run.
 */
final class PipelinedStatement implements InvocationHandler {

    private final Connection connection;
    private final PipelinedConnection pipeline;
    private final String sql;
    private final Map<Integer, Setting> parameters = new LinkedHashMap<>();
    private final Map<String, Setting> options = new LinkedHashMap<>();
    private @Nullable PreparedStatement real;
    private boolean led;

    private PipelinedStatement(Connection connection, PipelinedConnection pipeline, String sql) {
        this.connection = connection;
        this.pipeline = pipeline;
        this.sql = sql;
    }

    private record Setting(Method method, Object[] arguments) {

        void repeat(PreparedStatement on, int shift) throws Throwable {
            Object[] given = arguments;
            if (shift > 0) {
                given = arguments.clone();
                given[0] = (Integer) arguments[0] + shift;
            }
            PipelinedConnection.call(on, method, given);
        }
    }

    static PreparedStatement of(Connection connection, PipelinedConnection pipeline, String sql) {
        return (PreparedStatement) Proxy.newProxyInstance(PipelinedStatement.class.getClassLoader(),
                new Class<?>[]{PreparedStatement.class}, new PipelinedStatement(connection, pipeline, sql));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        switch (name) {
            case "equals" -> {
                return proxy == arguments[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            case "getConnection" -> {
                return connection;
            }
            case "close" -> {
                close();
                return null;
            }
            case "executeQuery", "executeUpdate", "executeLargeUpdate", "execute" -> {
                return arguments == null ? run(name, method) : PipelinedConnection.call(alone(), method, arguments);
            }
            default -> {
                if (name.startsWith("set")) {
                    keep(name, method, arguments);
                    return null;
                }
                return real != null && led ? PipelinedConnection.call(real, method, arguments) : PipelinedConnection.call(ready(), method, arguments);
            }
        }
    }

    private void keep(String name, Method method, Object[] arguments) {
        if (arguments.length > 1) {
            parameters.put((Integer) arguments[0], new Setting(method, arguments));
        } else {
            options.put(name, new Setting(method, arguments));
        }
    }

    private @Nullable Object run(String name, Method method) throws Throwable {
        if (real != null || options.containsKey("setFetchSize")) {
            return PipelinedConnection.call(ready(), method, null);
        }
        PipelinedConnection.Led all = pipeline.lead(sql);
        led = true;
        real = all.statement();
        give(all.taken());
        boolean rows = real.execute();
        for (int i = 0; i < all.before(); i++) {
            rows = real.getMoreResults();
        }
        return switch (name) {
            case "executeQuery" -> real.getResultSet();
            case "executeUpdate" -> real.getUpdateCount();
            case "executeLargeUpdate" -> real.getLargeUpdateCount();
            default -> rows;
        };
    }

    /** The statement alone, with its parameters. */
    private PreparedStatement ready() throws Throwable {
        PreparedStatement statement = alone();
        give(0);
        return statement;
    }

    private PreparedStatement alone() throws SQLException {
        if (real == null || led) {
            close();
            led = false;
            real = pipeline.alone(sql);
        }
        return real;
    }

    private void give(int shift) throws Throwable {
        for (Setting option : options.values()) {
            option.repeat(real, 0);
        }
        for (Setting parameter : parameters.values()) {
            parameter.repeat(real, shift);
        }
    }

    private void close() throws SQLException {
        if (real != null) {
            real.close();
            real = null;
        }
    }
}
