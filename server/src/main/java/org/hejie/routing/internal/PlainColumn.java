package org.hejie.routing.internal;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One column of a table, asked which rows are left. */
interface PlainColumn {

    /** The rows whose cell admits what is asked. The set is not to be changed. */
    BitSet admitting(Asked asked);

    BigDecimal HALF = new BigDecimal("0.5");
    Map<String, Function<Asked, @Nullable String>> WORDS = Map.of(
            "小类", Asked::category, "大类", Asked::branch, "来源", Asked::line, "层级", Asked::level, "安全情形", Asked::safety,
            "已选程序", Asked::chosen, "程序", Asked::procedure, "承办", Asked::unit);
    Map<String, Function<Asked, BigDecimal>> NUMBERS = Map.of("人数", Asked::people, "金额", Asked::amount);
    Map<String, Predicate<Asked>> TRUTHS = Map.of("重点类别", Asked::marked, "红色风险", Asked::redRisk);

    /** @throws NotPlain when there is no such column, or a cell does not fit it */
    static PlainColumn of(String name, List<Cell> cells) {
        if (WORDS.containsKey(name)) {
            return words(WORDS.get(name), cells);
        }
        if (NUMBERS.containsKey(name)) {
            return numbers(NUMBERS.get(name), cells);
        }
        if (TRUTHS.containsKey(name)) {
            return truths(TRUTHS.get(name), cells);
        }
        throw new NotPlain(name);
    }

    private static PlainColumn words(Function<Asked, @Nullable String> value, List<Cell> cells) {
        Map<String, BitSet> named = new HashMap<>();
        for (var cell : cells) {
            if (cell instanceof Cell.Words words) {
                words.words().forEach(word -> named.computeIfAbsent(word, first -> rows(cells, other -> admitsWord(other, word))));
            }
        }
        var others = rows(cells, cell -> admitsWord(cell, null));
        return asked -> named.getOrDefault(value.apply(asked), others);
    }

    /** @param word null for one that no cell names */
    private static boolean admitsWord(Cell cell, @Nullable String word) {
        return switch (cell) {
            case Cell.Any any -> true;
            case Cell.Words words -> word == null ? words.negated() : words.admits(word);
            case Cell.Numbers numbers -> throw new NotPlain("a number among words");
            case Cell.Truth truth -> throw new NotPlain("a truth among words");
        };
    }

    /** Values between the same two neighbours are alike to every row: one set of rows for each of those bands, one for each point. */
    private static PlainColumn numbers(Function<Asked, BigDecimal> value, List<Cell> cells) {
        var sorted = new TreeSet<BigDecimal>();
        for (var cell : cells) {
            if (cell instanceof Cell.Numbers numbers) {
                sorted.addAll(numbers.points());
            }
        }
        var points = sorted.toArray(BigDecimal[]::new);
        var bands = IntStream.rangeClosed(0, 2 * points.length)
                .mapToObj(band -> rows(cells, cell -> admitsNumber(cell, inside(points, band)))).toArray(BitSet[]::new);
        return asked -> bands[band(points, value.apply(asked))];
    }

    private static boolean admitsNumber(Cell cell, BigDecimal number) {
        return switch (cell) {
            case Cell.Any any -> true;
            case Cell.Numbers numbers -> numbers.admits(number);
            case Cell.Words words -> throw new NotPlain("a word among numbers");
            case Cell.Truth truth -> throw new NotPlain("a truth among numbers");
        };
    }

    /** The band of a value: even between points, odd on one. */
    private static int band(BigDecimal[] points, BigDecimal value) {
        for (int i = 0; i < points.length; i++) {
            int side = value.compareTo(points[i]);
            if (side <= 0) {
                return side == 0 ? 2 * i + 1 : 2 * i;
            }
        }
        return 2 * points.length;
    }

    /** Some number of the band. */
    private static BigDecimal inside(BigDecimal[] points, int band) {
        if (points.length == 0) {
            return BigDecimal.ZERO;
        }
        int next = band / 2;
        if (band % 2 == 1) {
            return points[next];
        }
        if (next == 0) {
            return points[0].subtract(BigDecimal.ONE);
        }
        return next == points.length ? points[next - 1].add(BigDecimal.ONE) : points[next - 1].add(points[next]).multiply(HALF);
    }

    private static PlainColumn truths(Predicate<Asked> value, List<Cell> cells) {
        var yes = rows(cells, cell -> admitsTruth(cell, true));
        var no = rows(cells, cell -> admitsTruth(cell, false));
        return asked -> value.test(asked) ? yes : no;
    }

    private static boolean admitsTruth(Cell cell, boolean value) {
        return switch (cell) {
            case Cell.Any any -> true;
            case Cell.Truth truth -> truth.value() == value;
            case Cell.Words words -> throw new NotPlain("a word instead of a truth");
            case Cell.Numbers numbers -> throw new NotPlain("a number instead of a truth");
        };
    }

    private static BitSet rows(List<Cell> cells, Predicate<Cell> admitting) {
        var rows = new BitSet(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            rows.set(i, admitting.test(cells.get(i)));
        }
        return rows;
    }
}
