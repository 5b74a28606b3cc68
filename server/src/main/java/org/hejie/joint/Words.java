package org.hejie.joint;

import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/** Checks what people write. */
public final class Words {

    /** Longest reason or task, in characters. */
    public static final int SHORT = 1000;

    /** Longest opinion, answer or addendum. */
    public static final int LONG = 4000;

    /** Longest minutes. */
    public static final int MINUTES = 20_000;

    private Words() {
    }

    /** The text without blanks around it. @throws Problem naming the field if it is missing, too long or no text */
    public static String checked(String field, @Nullable String text, int longest) {
        String bare = text == null ? "" : text.strip();
        if (bare.isEmpty()) {
            throw Problem.field(field, "REQUIRED");
        }
        return within(field, bare, longest);
    }

    /** As {@link #checked}; nothing is null. */
    public static @Nullable String optional(String field, @Nullable String text, int longest) {
        String bare = text == null ? "" : text.strip();
        return bare.isEmpty() ? null : within(field, bare, longest);
    }

    private static String within(String field, String bare, int longest) {
        new Problem.Fields()
                .reject(bare.length() > longest, field, "LENGTH")
                .reject(bare.indexOf('\0') >= 0, field, "INVALID")
                .done();
        return bare;
    }
}
