package org.hejie.matter.internal;

import java.util.Map;
import org.hejie.matter.twin.TwinReason;

/**
 * What speaks for a twin, and how much.
 *
 * @param weights points of each reason
 * @param shownFrom from how many points on a twin is shown
 * @param keptFrom from how many on a pair is kept for review; docs/twins.md says how often such a pair is right
 */
record TwinPoints(Map<TwinReason, Integer> weights, int shownFrom, int keptFrom) {

    static final String SHOWN_FROM = "SHOWN_FROM";
    static final String KEPT_FROM = "KEPT_FROM";

    TwinPoints {
        weights = Map.copyOf(weights);
    }
}
