package org.hejie.subsidy.web;

import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;

/** Reads what requests carry. */
final class Asked {

    private static final int LARGEST_LIMIT = 200;

    private Asked() {
    }

    static void reading() {
        Actors.current().require(Permission.MATTER_READ);
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
}
