package org.hejie.matter.supervision;

import java.time.LocalDate;
import org.hejie.org.UnitId;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A card to be issued by hand.
 *
 * @param origin   LEADER or INSPECTION
 * @param reason   why, in words; 1 to 1000 characters
 * @param required what the unit is to do; 1 to 1000 characters
 * @param replyBy  last day for the answer, Asia/Shanghai; null: by the level's own limit
 */
public record NewCard(UnitId unit, CardLevel level, CardOrigin origin, String reason, String required,
        @Nullable LocalDate replyBy) {

    private static final int LONGEST = 1000;

    /** @throws Problem naming what is missing or too long */
    public NewCard {
        if (origin == CardOrigin.RULE) {
            throw Problem.field("origin", "UNKNOWN");
        }
        reason = checked("reason", reason);
        required = checked("required", required);
    }

    /** @throws Problem naming the field if it is missing, too long or no text */
    public static String checked(String field, @Nullable String text) {
        String bare = text == null ? "" : text.strip();
        new Problem.Fields()
                .reject(bare.isEmpty(), field, "REQUIRED")
                .reject(bare.length() > LONGEST, field, "LENGTH")
                .reject(bare.indexOf('\0') >= 0, field, "INVALID")
                .done();
        return bare;
    }
}
