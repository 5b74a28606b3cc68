package org.hejie.org;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A post to be granted.
 *
 * @param role      what the holder does
 * @param unit      where
 * @param scopeUnit whose key it gives; null for the usual: the county for those who work for all of it at its
 *                  centre or committee, else the unit itself; always null for administrators
 * @param from      first day; null for today
 * @param to        first day no longer; null for no end
 */
public record NewPost(Role role, UnitId unit, @Nullable UnitId scopeUnit, @Nullable LocalDate from, @Nullable LocalDate to) {

    /** From today, without an end, with the usual scope. */
    public static NewPost of(Role role, UnitId unit) {
        return new NewPost(role, unit, null, null, null);
    }
}
