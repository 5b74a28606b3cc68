package org.hejie.shared.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds statements back until the next one and sends them in front of it. What cannot have another in front of it, such as
 * a savepoint or a copy, sends them first.
 */
final class PipelinedConnection implements InvocationHandler {

    /** They ask nothing of the database. */
    private static final Set<String> APART = Set.of("isClosed", "isValid", "getAutoCommit", "isReadOnly", "getTransactionIsolation",
            "getHoldability", "getWarnings", "clearWarnings", "getMetaData", "createArrayOf", "getCatalog", "getSchema", "getNetworkTimeout");
    /** What waits is forgotten with the transaction. */
    private static final Set<String> ENDS = Set.of("rollback", "close", "abort");

    private final Connection real;
    private final List<Early> waiting = new ArrayList<>(2);

    private PipelinedConnection(Connection real) {
        this.real = real;
    }

    private record Early(String sql, List<@Nullable String> values) {}

    static Connection of(Connection real) {
        return (Connection) Proxy.newProxyInstance(PipelinedConnection.class.getClassLoader(),
                new Class<?>[]{Connection.class, Beforehand.class}, new PipelinedConnection(real));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        switch (name) {
            case "equals" -> {
                // a statement prepared without anything in front of it names the real one as its own
                return proxy == arguments[0] || real == arguments[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            case "beforehand" -> {
                waiting.add(early(arguments));
                return null;
            }
            default -> { }
        }
        if (!waiting.isEmpty()) {
            if (name.equals("prepareStatement") && arguments.length == 1) {
                return PipelinedStatement.of((Connection) proxy, this, (String) arguments[0]);
            }
            settle(name, arguments);
        }
        return call(real, method, arguments);
    }

    @SuppressWarnings("unchecked")
    private static Early early(Object[] arguments) {
        return new Early((String) arguments[0], (List<@Nullable String>) arguments[1]);
    }

    private void settle(String name, Object @Nullable [] arguments) throws SQLException {
        if (ENDS.contains(name) && (arguments == null || !name.equals("rollback"))) {
            waiting.clear();
        } else if (name.equals("commit")) {
            run(lead("commit")); // the driver sees that no transaction is left and sends no commit of its own
        } else if (!APART.contains(name)) {
            send();
        }
    }

    static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Sends what waits, without anything behind it. */
    private void send() throws SQLException {
        run(lead(""));
    }

    private static void run(Led led) throws SQLException {
        try (PreparedStatement statement = led.statement()) {
            statement.execute();
        }
    }

    /**
     * A statement behind those that waited.
     *
     * @param statement all of them
     * @param before    how many are in front
     * @param taken     how many parameters those have; they are set
     */
    record Led(PreparedStatement statement, int before, int taken) {}

    /** Prepares the statement with all that waits in front of it; nothing waits any more. */
    Led lead(String sql) throws SQLException {
        if (waiting.isEmpty()) {
            return new Led(real.prepareStatement(sql), 0, 0);
        }
        var all = new StringBuilder();
        waiting.forEach(early -> all.append(early.sql()).append(";\n"));
        PreparedStatement statement = real.prepareStatement(all.append(sql).toString());
        int taken = 0;
        for (Early early : waiting) {
            taken = set(statement, taken, early.values());
        }
        int before = waiting.size();
        waiting.clear();
        return new Led(statement, before, taken);
    }

    /** Prepares the statement alone, after all that waits has been sent. */
    PreparedStatement alone(String sql) throws SQLException {
        if (!waiting.isEmpty()) {
            send();
        }
        return real.prepareStatement(sql);
    }

    private static int set(PreparedStatement statement, int from, List<@Nullable String> values) throws SQLException {
        int place = from;
        for (String value : values) {
            statement.setString(++place, value);
        }
        return place;
    }
}
