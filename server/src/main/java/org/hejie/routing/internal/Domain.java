package org.hejie.routing.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hejie.matter.SafetyFact;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.Categories;
import org.hejie.matter.category.Category;
import org.hejie.matter.procedure.Procedures;
import org.hejie.routing.RoutingDecision;
import org.hejie.routing.RoutingSheet;

/**
 * Every value the columns can have, so that a table can be looked through without trying questions: words are few, and a number
 * matters only through the numbers it is compared with. First level, second level and mark of a category are one dimension.
 */
final class Domain {

    static final List<String> CATEGORY = List.of("小类", "大类", "重点类别");
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Map<String, List<String>> words = new LinkedHashMap<>();
    private final Map<String, List<BigDecimal>> numbers = new LinkedHashMap<>();
    private final List<Category> leaves;
    private final Categories categories;

    Domain(RoutingSheet sheet, Categories categories, Procedures procedures) {
        this.categories = categories;
        this.leaves = categories.all().stream().filter(category -> category.code().isLeaf()).toList();
        var ids = procedures.current().stream().map(procedure -> procedure.id().value()).toList();
        words.put("来源", Arrays.stream(SourceLine.values()).map(Vocabulary::of).toList());
        words.put("层级", Arrays.stream(Level.values()).map(Level::zh).toList());
        var safety = new ArrayList<>(List.of(Vocabulary.NO_SAFETY_FACT));
        Arrays.stream(SafetyFact.values()).map(SafetyFact::zh).forEach(safety::add);
        words.put("安全情形", safety);
        var chosen = new ArrayList<>(List.of(Vocabulary.NOT_CHOSEN));
        chosen.addAll(ids);
        words.put("已选程序", chosen);
        words.put("程序", ids);
        Set<String> targets = new LinkedHashSet<>();
        sheet.tables().stream().filter(table -> table.decision() == RoutingDecision.UNIT)
                .flatMap(table -> table.rows().stream()).forEach(row -> targets.add(row.outcome()));
        words.put("承办", List.copyOf(targets));
        numbers.put("人数", numbers(sheet, "人数", BigDecimal.ONE, BigDecimal.ONE));
        numbers.put("金额", numbers(sheet, "金额", BigDecimal.ZERO, CENT));
    }

    /** One value for each band between the numbers that are compared with, and each of those. */
    private static List<BigDecimal> numbers(RoutingSheet sheet, String column, BigDecimal least, BigDecimal step) {
        var values = new TreeSet<BigDecimal>(List.of(least));
        for (var table : sheet.tables()) {
            int index = table.columns().indexOf(column);
            if (index >= 0) {
                table.rows().forEach(row -> Cell.read(row.cells().get(index)).ifPresent(cell -> {
                    if (cell instanceof Cell.Numbers compared) {
                        compared.points().forEach(point -> values.addAll(List.of(point.subtract(step), point, point.add(step))));
                    }
                }));
            }
        }
        return List.copyOf(values.tailSet(least));
    }

    boolean knows(String column) {
        return words.containsKey(column) || numbers.containsKey(column) || CATEGORY.contains(column) || column.equals("红色风险");
    }

    /** The dimension of a column: the three that ask about the category share one. */
    static String dimension(String column) {
        return CATEGORY.contains(column) ? "小类" : column;
    }

    int size(String dimension) {
        return dimension.equals("小类") ? leaves.size() : dimension.equals("红色风险") ? 2
                : words.containsKey(dimension) ? words.get(dimension).size() : numbers.get(dimension).size();
    }

    /** What of the column's dimension the cell admits. */
    BitSet admitted(String column, Cell cell) {
        return switch (cell) {
            case Cell.Any any -> all(size(dimension(column)));
            case Cell.Words named -> words(column, named);
            case Cell.Numbers compared -> where(numbers.getOrDefault(column, List.of()), compared::admits);
            case Cell.Truth truth -> column.equals("重点类别")
                    ? where(leaves, category -> category.forcesRiskCheck() == truth.value())
                    : where(List.of(false, true), value -> value == truth.value());
        };
    }

    private BitSet words(String column, Cell.Words named) {
        return switch (column) {
            case "小类" -> where(leaves, category -> named.admits(Vocabulary.of(category)));
            case "大类" -> where(leaves, category ->
                    named.admits(Vocabulary.of(categories.get(category.code().parent().orElseThrow()))));
            default -> where(words.getOrDefault(column, List.of()), named::admits);
        };
    }

    /** A value in the words of the table. */
    String word(String dimension, int value) {
        return dimension.equals("小类") ? Vocabulary.of(leaves.get(value))
                : dimension.equals("红色风险") ? String.valueOf(value == 1)
                : words.containsKey(dimension) ? words.get(dimension).get(value) : numbers.get(dimension).get(value).toPlainString();
    }

    static BitSet all(int size) {
        var set = new BitSet(size);
        set.set(0, size);
        return set;
    }

    private static <T> BitSet where(List<T> values, Predicate<T> admits) {
        var set = new BitSet(values.size());
        for (int i = 0; i < values.size(); i++) {
            set.set(i, admits.test(values.get(i)));
        }
        return set;
    }
}
