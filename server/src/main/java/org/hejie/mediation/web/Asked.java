package org.hejie.mediation.web;

import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;

/** Reads what requests carry. */
final class Asked {

    private static final int LARGEST_LIMIT = 200;

    private Asked() {
    }

    static int within(int limit) {
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw Problem.field("limit", "RANGE");
        }
        return limit;
    }

    static int version(String ifMatch) {
        try {
            return Integer.parseInt(ifMatch.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw Problem.of(ProblemType.STALE);
        }
    }

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.field(field, "REQUIRED");
        }
        return value;
    }

    static String words(@Nullable String text) {
        return text == null ? "" : text;
    }
}
