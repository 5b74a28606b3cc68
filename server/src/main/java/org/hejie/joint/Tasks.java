package org.hejie.joint;

import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/** Tasks from sessions and morning meetings. */
public interface Tasks {

    /**
     * Tasks in the scope, the first due first.
     *
     * @param overdue true: only open ones past their time
     */
    Page<TaskRow> list(@Nullable Long unit, TaskRow.@Nullable State state, @Nullable Boolean overdue, @Nullable String cursor, int limit);

    /**
     * The unit has done it, or returns it saying why.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN unless it is his unit's, WRONG_STATE if answered, STALE
     */
    int answer(long task, int seen, boolean done, String text);
}
