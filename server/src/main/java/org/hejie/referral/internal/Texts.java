package org.hejie.referral.internal;

import java.util.ArrayList;
import java.util.List;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** Checks what people and systems write. */
final class Texts {

    static final int NUMBER = 100;
    static final int SHORT = 200;
    static final int REASON = 1000;
    static final int LONG = 4000;

    private Texts() {
    }

    /** Without blanks around it; null for nothing. */
    static @Nullable String bare(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Adds what is wrong with a text. */
    static void check(List<FieldError> errors, String field, @Nullable String text, int longest, boolean needed) {
        String bare = bare(text);
        if (bare == null) {
            if (needed) {
                errors.add(new FieldError(field, "REQUIRED"));
            }
        } else if (bare.length() > longest) {
            errors.add(new FieldError(field, "LENGTH"));
        } else if (bare.indexOf('\0') >= 0) {
            errors.add(new FieldError(field, "INVALID"));
        }
    }

    /** The text, or null for nothing. @throws Problem naming the field */
    static @Nullable String optional(String field, @Nullable String text, int longest) {
        List<FieldError> errors = new ArrayList<>();
        check(errors, field, text, longest, false);
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
        return bare(text);
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
