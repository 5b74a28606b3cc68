package org.hejie.rules;

import org.jspecify.annotations.Nullable;

/**
 * One row or line that differs between two versions.
 *
 * @param kind what became of it
 * @param place the row's number or the path
 * @param before as it was; null when added
 * @param after as it is; null when removed
 */
public record RuleDifference(Kind kind, String place, @Nullable String before, @Nullable String after) {

    /** What became of a row. */
    public enum Kind {
        /** It is new. */
        ADDED,
        /** It reads otherwise. */
        CHANGED,
        /** It stands elsewhere in the order. */
        MOVED,
        /** It is gone. */
        REMOVED
    }
}
