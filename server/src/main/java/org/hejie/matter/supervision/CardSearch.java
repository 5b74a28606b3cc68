package org.hejie.matter.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which cards; null where anything will do.
 *
 * @param open true: those not settled; false: settled ones
 * @param late true: those whose answer is late now
 * @param from first day of issuing, Asia/Shanghai
 * @param to   last day of issuing
 */
public record CardSearch(@Nullable Long matter, @Nullable Long unit, @Nullable Long responsible, @Nullable CardLevel level,
        @Nullable CardState state, @Nullable String rule, @Nullable Boolean open, @Nullable Boolean late,
        @Nullable LocalDate from, @Nullable LocalDate to) {

    /** All cards of one matter. */
    public static CardSearch of(long matter) {
        return new CardSearch(matter, null, null, null, null, null, null, null, null, null);
    }
}
