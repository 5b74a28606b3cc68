package org.hejie.intake;

import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk decides on a submission that came under a known number with other content.
 *
 * @param reason in the clerk's words, up to {@value #LONGEST_REASON} characters; only adding needs none
 */
public record Settlement(Outcome outcome, @Nullable String reason) {

    /** Longest reason in characters. */
    public static final int LONGEST_REASON = 200;

    /** The three ways out. */
    public enum Outcome {
        /** 并入原事项: it tells more of the same matter and becomes material of it. */
        ADD,
        /** 另行登记: it is another trouble and becomes a matter of its own. */
        REGISTER,
        /** 退回: it is not taken, for instance because it was sent by mistake. */
        REFUSE
    }

    /** @throws Problem on {@code reason} when it is missing or too long */
    public Settlement {
        reason = reason == null || reason.isBlank() ? null : reason.strip();
        new Problem.Fields()
                .reject(reason == null && outcome != Outcome.ADD, "reason", "REQUIRED")
                .reject(reason != null && reason.length() > LONGEST_REASON, "reason", "LENGTH")
                .reject(reason != null && reason.indexOf('\0') >= 0, "reason", "INVALID")
                .done();
    }
}
