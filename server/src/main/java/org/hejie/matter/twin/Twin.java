package org.hejie.matter.twin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter that may be the same trouble.
 *
 * @param score   0 to 100; the sum of what its reasons count
 * @param reasons what speaks for it, the strongest first
 */
public record Twin(long matterId, String code, String title, String status, String line, Instant registeredAt, int score,
        List<Because> reasons) {

    /** Keeps a copy of the reasons. */
    public Twin {
        reasons = List.copyOf(reasons);
    }

    /**
     * One reason.
     *
     * @param points what it adds to the score
     * @param amount metres of distance, or per cent of the text in common; null for the others
     */
    public record Because(TwinReason reason, int points, @Nullable Integer amount) {
    }
}
