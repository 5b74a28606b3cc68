package org.hejie.routing.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One condition of a row, in the small part of FEEL the tables use: nothing in it can be executed. */
sealed interface Cell {

    /** {@code -}: anything. */
    record Any() implements Cell {
    }

    /** {@code "a","b"} or {@code not("a","b")}. */
    record Words(Set<String> words, boolean negated) implements Cell {

        boolean admits(String word) {
            return words.contains(word) != negated;
        }
    }

    /** {@code >= 5}, {@code [5..30)}, {@code 5}. */
    record Numbers(@Nullable BigDecimal from, boolean fromIn, @Nullable BigDecimal to, boolean toIn) implements Cell {

        boolean admits(BigDecimal value) {
            int low = from == null ? 1 : value.compareTo(from);
            int high = to == null ? -1 : value.compareTo(to);
            return (low > 0 || low == 0 && fromIn) && (high < 0 || high == 0 && toIn);
        }

        List<BigDecimal> points() {
            List<BigDecimal> points = new ArrayList<>();
            if (from != null) {
                points.add(from);
            }
            if (to != null && !to.equals(from)) {
                points.add(to);
            }
            return points;
        }
    }

    /** {@code true} or {@code false}. */
    record Truth(boolean value) implements Cell {
    }

    String NUMBER = "[0-9]{1,12}(?:\\.[0-9]{1,2})?";
    Pattern COMPARED = Pattern.compile("(<=|>=|<|>|=)? ?(" + NUMBER + ")");
    Pattern RANGE = Pattern.compile("([\\[(])\\s*(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + ")\\s*([])])");
    Pattern QUOTED = Pattern.compile("\\s*\"([^\"\\\\]{1,80})\"\\s*");
    Pattern NOT = Pattern.compile("not\\((.*)\\)", Pattern.DOTALL);

    /** The condition a text says; empty when it is none the tables use. */
    static Optional<Cell> read(String text) {
        String cell = text.strip();
        if (cell.equals("-")) {
            return Optional.of(new Any());
        }
        if (cell.equals("true") || cell.equals("false")) {
            return Optional.of(new Truth(Boolean.parseBoolean(cell)));
        }
        Matcher compared = COMPARED.matcher(cell);
        if (compared.matches()) {
            return Optional.of(compared(compared.group(1), new BigDecimal(compared.group(2))));
        }
        Matcher range = RANGE.matcher(cell);
        if (range.matches()) {
            var numbers = new Numbers(new BigDecimal(range.group(2)), range.group(1).equals("["),
                    new BigDecimal(range.group(3)), range.group(4).equals("]"));
            return numbers.from().compareTo(numbers.to()) < 0 ? Optional.of(numbers) : Optional.empty();
        }
        Matcher negated = NOT.matcher(cell);
        return negated.matches() ? words(negated.group(1), true) : words(cell, false);
    }

    private static Cell compared(@Nullable String sign, BigDecimal number) {
        return switch (sign == null ? "=" : sign) {
            case "<" -> new Numbers(null, false, number, false);
            case "<=" -> new Numbers(null, false, number, true);
            case ">" -> new Numbers(number, false, null, false);
            case ">=" -> new Numbers(number, true, null, false);
            default -> new Numbers(number, true, number, true);
        };
    }

    private static Optional<Cell> words(String list, boolean negated) {
        Set<String> words = new LinkedHashSet<>();
        for (String part : list.split(",", -1)) {
            Matcher word = QUOTED.matcher(part);
            if (!word.matches()) {
                return Optional.empty();
            }
            words.add(word.group(1));
        }
        return Optional.of(new Words(words, negated));
    }
}
