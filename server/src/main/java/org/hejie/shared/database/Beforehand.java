package org.hejie.shared.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a connection of {@link PipelinedDataSource} can do beside what JDBC says. */
interface Beforehand {

    /**
     * Runs a statement whose answer nobody needs, in one round trip with the next one on the connection, at the latest before
     * the commit. Its error is the error of what it travels with.
     *
     * @param sql    one statement of our own
     * @param values of its parameters, each a text or null
     */
    void beforehand(String sql, List<@Nullable String> values);
}
