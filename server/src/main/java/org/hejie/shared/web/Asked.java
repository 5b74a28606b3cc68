package org.hejie.shared.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what requests carry; what is not as it must be is a problem that names the field. */
public final class Asked {

    private static final int LARGEST_LIMIT = 200;

    private Asked() {
    }

    /**
     * How many rows a page is to have.
     *
     * @throws Problem for the field {@code limit}, if it is not from 1 to {@value #LARGEST_LIMIT}
     */
    public static int within(int limit) {
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw Problem.field("limit", "RANGE");
        }
        return limit;
    }

    /**
     * The version an act was based on.
     *
     * @param ifMatch the entity tag of {@code If-Match}, weak or strong (RFC 9110, 13.1.1)
     * @throws Problem STALE if it is none of ours
     */
    public static int version(String ifMatch) {
        try {
            return Integer.parseInt(ifMatch.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw Problem.of(ProblemType.STALE);
        }
    }

    /**
     * One of a kind by its name in either case.
     *
     * @throws Problem for the field, REQUIRED without a name, UNKNOWN for another
     */
    public static <E extends Enum<E>> E one(Class<E> kind, String field, @Nullable String name) {
        String wanted = name == null ? "" : name.toUpperCase(Locale.ROOT);
        return Arrays.stream(kind.getEnumConstants()).filter(value -> value.name().equals(wanted)).findFirst()
                .orElseThrow(() -> Problem.field(field, wanted.isBlank() ? "REQUIRED" : "UNKNOWN"));
    }

    /** Those of a kind by their names, each as {@link #one} reads it; none for no list. */
    public static <E extends Enum<E>> Set<E> several(Class<E> kind, String field, @Nullable Collection<String> names) {
        Set<E> values = EnumSet.noneOf(kind);
        if (names != null) {
            names.forEach(name -> values.add(one(kind, field, name)));
        }
        return values;
    }

    /** @throws Problem for the field, REQUIRED, if there is no value */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.field(field, "REQUIRED");
        }
        return value;
    }

    /**
     * Numbers of which at least one is wanted, none twice.
     *
     * @throws Problem REQUIRED for the field without one, TOO_MANY for more than {@value #LARGEST_LIMIT}, REQUIRED for the place
     *         of one that is missing and TWICE for one that came before
     */
    public static List<Long> numbers(String field, @Nullable List<@Nullable Long> values) {
        if (values == null || values.isEmpty()) {
            throw Problem.field(field, "REQUIRED");
        }
        if (values.size() > LARGEST_LIMIT) {
            throw Problem.field(field, "TOO_MANY");
        }
        Set<Long> numbers = new LinkedHashSet<>();
        for (int i = 0; i < values.size(); i++) {
            String place = field + "[" + i + "]";
            if (!numbers.add(required(place, values.get(i)))) {
                throw Problem.field(place, "TWICE");
            }
        }
        return List.copyOf(numbers);
    }

    /** @throws Problem UNKNOWN for the place of each number that is not among the known ones */
    public static void known(String field, List<Long> numbers, Collection<Long> known) {
        var fields = new Problem.Fields();
        for (int i = 0; i < numbers.size(); i++) {
            fields.reject(!known.contains(numbers.get(i)), field + "[" + i + "]", "UNKNOWN");
        }
        fields.done();
    }

    /** The text, empty for none. */
    public static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
