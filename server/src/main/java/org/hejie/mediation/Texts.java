package org.hejie.mediation;

import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/** Words typed in. */
public final class Texts {

    /** Longest reason. */
    public static final int REASON = 1000;

    private Texts() {
    }

    /** The text without blanks around it. @throws Problem naming the field if it is missing, too long or no text */
    public static String checked(String field, @Nullable String text, int longest) {
        String bare = optional(field, text, longest);
        if (bare == null) {
            throw Problem.field(field, "REQUIRED");
        }
        return bare;
    }

    /** As {@link #checked}; nothing is null. */
    public static @Nullable String optional(String field, @Nullable String text, int longest) {
        String bare = text == null ? "" : text.strip();
        new Problem.Fields()
                .reject(bare.length() > longest, field, "LENGTH")
                .reject(bare.indexOf('\0') >= 0, field, "INVALID")
                .done();
        return bare.isEmpty() ? null : bare;
    }
}
