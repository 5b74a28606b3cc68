package org.hejie.joint;

import java.time.Instant;
import java.util.List;
import org.hejie.org.UnitId;
import org.hejie.shared.web.Problem;

/**
 * Units to be called to a joint session (吹哨).
 *
 * @param units   1 to 20, none twice
 * @param reason  why they are needed; 1 to 1000 characters
 * @param meetsAt when
 * @param place   where; 1 to 200 characters
 */
public record NewSession(List<UnitId> units, String reason, Instant meetsAt, String place) {

    private static final int MOST_UNITS = 20;
    private static final int LONGEST_PLACE = 200;

    /** @throws Problem naming what cannot be taken */
    public NewSession {
        units = List.copyOf(units);
        new Problem.Fields()
                .reject(units.isEmpty(), "unitIds", "REQUIRED")
                .reject(units.size() > MOST_UNITS, "unitIds", "TOO_MANY")
                .reject(units.stream().distinct().count() < units.size(), "unitIds", "TWICE")
                .done();
        reason = Words.checked("reason", reason, Words.SHORT);
        place = Words.checked("place", place, LONGEST_PLACE);
    }
}
