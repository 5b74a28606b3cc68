package org.hejie.matter.twin;

import java.time.Instant;
import java.util.List;
import org.hejie.matter.twin.Twin.Because;

/**
 * Two matters that may be one, found after the registration; a person has not decided yet.
 *
 * @param matter  the one that came later
 * @param other   the one it may be
 * @param score   0 to 100, when they were found
 * @param reasons the strongest first
 */
public record TwinPair(Side matter, Side other, int score, List<Because> reasons, Instant foundAt) {

    /** Keeps a copy of the reasons. */
    public TwinPair {
        reasons = List.copyOf(reasons);
    }

    /** One of the two, as a list shows it. */
    public record Side(long id, String code, String title, String status, String line, Instant registeredAt) {
    }
}
