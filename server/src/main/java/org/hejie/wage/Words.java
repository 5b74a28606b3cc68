package org.hejie.wage;

import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/** Checks what people write. */
final class Words {

    private Words() {
    }

    /** Without blanks around it; null for nothing. @throws Problem naming the field if it is too long or no text */
    static @Nullable String optional(String field, @Nullable String text, int longest) {
        String bare = text == null ? "" : text.strip();
        if (bare.isEmpty()) {
            return null;
        }
        if (bare.length() > longest || bare.indexOf('\0') >= 0) {
            throw Problem.field(field, bare.length() > longest ? "LENGTH" : "INVALID");
        }
        return bare;
    }

    /** As {@link #optional}. @throws Problem also if there is nothing */
    static String needed(String field, @Nullable String text, int longest) {
        String bare = optional(field, text, longest);
        if (bare == null) {
            throw Problem.field(field, "REQUIRED");
        }
        return bare;
    }
}
