package org.hejie.shared.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items      the rows
 * @param nextCursor opaque key of the next page, null on the last
 * @param total      how many there are in all, null when not asked
 */
public record Page<T>(List<T> items, @Nullable String nextCursor, @Nullable Total total) {

    /** @param count exact up to the cap; @param capped true when there are at least that many */
    public record Total(long count, boolean capped) {
    }

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page made of rows read one beyond the limit: the extra row only says that more follow.
     *
     * @param cursorOf key of the last row shown
     */
    public static <T> Page<T> of(List<T> rowsPlusOne, int limit, Function<T, String> cursorOf, @Nullable Total total) {
        boolean more = rowsPlusOne.size() > limit;
        List<T> shown = more ? rowsPlusOne.subList(0, limit) : rowsPlusOne;
        return new Page<>(shown, more ? cursorOf.apply(shown.getLast()) : null, total);
    }
}
