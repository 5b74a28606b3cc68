package org.hejie.wage.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

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

    static ResponseEntity<WageVersion> version(long id, int version) {
        return ResponseEntity.ok().eTag(Integer.toString(version)).body(new WageVersion(id, version));
    }

    record WageVersion(long id, int version) {
    }

    static <E extends Enum<E>> E one(Class<E> kind, String field, @Nullable String name) {
        String wanted = name == null ? "" : name.toUpperCase(Locale.ROOT);
        return Arrays.stream(kind.getEnumConstants()).filter(value -> value.name().equals(wanted)).findFirst()
                .orElseThrow(() -> Problem.field(field, wanted.isEmpty() ? "REQUIRED" : "UNKNOWN"));
    }

    static <E extends Enum<E>> Set<E> several(Class<E> kind, String field, @Nullable Collection<String> names) {
        Set<E> values = EnumSet.noneOf(kind);
        if (names != null) {
            names.forEach(name -> values.add(one(kind, field, name)));
        }
        return values;
    }

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.field(field, "REQUIRED");
        }
        return value;
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
