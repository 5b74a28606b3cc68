package org.hejie.matter.link;

import org.hejie.matter.MatterId;
import org.hejie.shared.web.Problem;

/**
 * A link to be made.
 *
 * @param other  the matter it leads to
 * @param reason why, in words; 1 to 500 characters
 */
public record NewLink(LinkKind kind, MatterId other, String reason) {

    private static final int LONGEST_REASON = 500;

    /** @throws Problem naming the reason if it is missing or too long */
    public NewLink {
        reason = checked(reason);
    }

    /** @throws Problem naming the reason if it is missing or too long */
    public static String checked(String reason) {
        String bare = reason.strip();
        new Problem.Fields()
                .reject(bare.isEmpty(), "reason", "REQUIRED")
                .reject(bare.length() > LONGEST_REASON, "reason", "LENGTH")
                .reject(bare.indexOf('\0') >= 0, "reason", "INVALID")
                .done();
        return bare;
    }
}
