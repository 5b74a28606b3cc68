package org.hejie.rules;

import java.util.List;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * Keeps which matters a trial counts, beside the matters themselves, so that each is seen by whoever may see the matter and by nobody
 * else. By the module that keeps matters, which lies above this one. They go when the trial goes.
 */
public interface TriedMatters {

    /** Adds some, in the transaction of the caller. */
    void keep(long trial, List<TrialRow> rows);

    /** Those in the current scope, by group and place. @param group null for all */
    Page<TriedMatter> page(long trial, @Nullable Integer group, @Nullable String cursor, int limit);
}
