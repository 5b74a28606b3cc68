package org.hejie.matter.twin;

import java.util.function.BooleanSupplier;

/** Looks for the twins of what was noted ({@link TwinReview#lookLater}); run by a timer. */
public interface TwinSearchRun {

    /**
     * Works off all that was noted.
     *
     * @param stop asked between two portions
     */
    void toTheEnd(BooleanSupplier stop);

    /**
     * Whether it is better to wait: more is being noted just now, as by an import, which wants the processors for itself
     * and whose last rows may be twins of its first. What was noted first never waits longer than some minutes.
     */
    boolean shouldWait();
}
