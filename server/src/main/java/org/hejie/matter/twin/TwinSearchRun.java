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
}
