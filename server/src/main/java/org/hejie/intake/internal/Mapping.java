package org.hejie.intake.internal;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which column feeds which field.
 *
 * @param columns index of the column by field
 */
record Mapping(Map<Field, Integer> columns) {

    Mapping {
        columns = columns.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(columns));
    }

    /** The mapping the headings suggest: each column at most once, the best fitting first. */
    static Mapping guess(List<String> headings) {
        Map<Field, Integer> found = new EnumMap<>(Field.class);
        Set<Integer> used = new HashSet<>();
        for (Field field : Field.values()) {
            best(field, headings, used).ifPresent(column -> {
                found.put(field, column);
                used.add(column);
            });
        }
        return new Mapping(found);
    }

    private static Optional<Integer> best(Field field, List<String> headings, Set<Integer> used) {
        return IntStream.range(0, headings.size()).boxed()
                .filter(column -> !used.contains(column) && field.fit(headings.get(column)).isPresent())
                .min(Comparator.comparing(column -> field.fit(headings.get(column)).orElseThrow()));
    }

    /**
     * The mapping a person made.
     *
     * @param named heading by field's name
     * @throws Problem naming fields and columns that do not exist, and what must not be missing
     */
    static Mapping of(Map<String, String> named, List<String> headings) {
        var wrong = new Problem.Fields();
        Map<Field, Integer> found = new EnumMap<>(Field.class);
        named.forEach((key, heading) -> {
            Optional<Field> field = Field.of(key);
            int column = headings.indexOf(heading);
            wrong.reject(field.isEmpty() || column < 0, "mapping." + key, "UNKNOWN");
            field.filter(known -> column >= 0).ifPresent(known -> found.put(known, column));
        });
        wrong.reject(!found.containsKey(Field.FACTS), "mapping.facts", "REQUIRED");
        wrong.done();
        return new Mapping(found);
    }

    /** As the API shows it: heading by field's name. */
    Map<String, String> named(List<String> headings) {
        Map<String, String> named = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            Integer column = columns.get(field);
            if (column != null) {
                named.put(field.key(), headings.get(column));
            }
        }
        return named;
    }

    /** The cell of a field, null when blank or not mapped. */
    @Nullable String cell(Field field, List<String> cells) {
        Integer column = columns.get(field);
        if (column == null || column >= cells.size() || cells.get(column).isBlank()) {
            return null;
        }
        return cells.get(column).strip();
    }
}
