package org.hejie.shared.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database is there but the server cannot work with it; says what is wrong and what the operator does about it. */
final class UnusableDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String action;

    UnusableDatabaseException(String problem, String action, @Nullable Throwable cause) {
        super(problem, cause);
        this.action = action;
    }

    /** What the operator does about it. */
    String action() {
        return action;
    }

    /**
     * A database that could not be opened at all.
     *
     * @param url  its JDBC address; what follows the question mark may hold a password and is not repeated
     * @param user the account that was refused, or did not get so far
     */
    static UnusableDatabaseException notOpened(String url, String user, RuntimeException cause) {
        String where = url.replaceFirst("\\?.*", "");
        return switch (stateOf(cause)) {
            case "28P01", "28000" -> new UnusableDatabaseException(where + " refuses the account " + user + ".",
                    "Check HEJIE_DB_USER, HEJIE_DB_PASSWORD and the pg_hba.conf of the server.", cause);
            case "3D000" -> new UnusableDatabaseException("There is no such database: " + where + ".",
                    "Make it: createdb --owner=" + user + " NAME", cause);
            case null, default -> new UnusableDatabaseException(where + " does not answer.",
                    "Check HEJIE_DB_URL, and that PostgreSQL runs and listens there.", cause);
        };
    }

    /** The SQLSTATE of the innermost database error; null when there is none. */
    static @Nullable String stateOf(@Nullable Throwable thrown) {
        String state = null;
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            state = one instanceof SQLException sql ? sql.getSQLState() : state;
        }
        return state;
    }
}
