package org.hejie.joint.web;

import java.util.Arrays;
import java.util.Locale;
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

    static <E extends Enum<E>> E one(Class<E> kind, String field, @Nullable String name) {
        String wanted = name == null ? "" : name.toUpperCase(Locale.ROOT);
        return Arrays.stream(kind.getEnumConstants()).filter(value -> value.name().equals(wanted)).findFirst()
                .orElseThrow(() -> Problem.field(field, wanted.isEmpty() ? "REQUIRED" : "UNKNOWN"));
    }

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.field(field, "REQUIRED");
        }
        return value;
    }
}
