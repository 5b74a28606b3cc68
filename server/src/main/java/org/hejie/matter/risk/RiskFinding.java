package org.hejie.matter.risk;

import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a person found who looked at the risk of a matter.
 *
 * @param ground of red risk; null: it does not stand at red risk
 * @param reason in words, 1 to 1000 characters
 */
public record RiskFinding(@Nullable RiskGround ground, String reason) {

    private static final int LONGEST = 1000;

    /** @throws Problem naming the reason when it is missing or too long */
    public RiskFinding {
        reason = checked(reason);
    }

    /** Whether it stands at red risk. */
    public boolean red() {
        return ground != null;
    }

    /** @throws Problem naming the reason when it is missing or too long */
    static String checked(@Nullable String reason) {
        String text = reason == null ? "" : reason.strip();
        new Problem.Fields()
                .reject(text.isEmpty(), "reason", "REQUIRED")
                .rejectLonger(text, "reason", LONGEST)
                .reject(text.indexOf('\0') >= 0, "reason", "INVALID")
                .done();
        return text;
    }
}
