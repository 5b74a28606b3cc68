package org.hejie.routing.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.hejie.matter.SafetyFact;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.Categories;
import org.hejie.matter.category.Category;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.routing.RoutingSheet;
import org.hejie.routing.RoutingSheet.SheetRow;
import org.hejie.routing.RoutingSheet.SheetTable;

/**
 * Questions that lie where two evaluators could differ: each meets the cells of one row, the rows taking turns, or all but one of
 * them; numbers are those the cells name and their neighbours; and what the row leaves open is drawn from everything there is.
 */
final class EdgeQuestions {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Categories categories;
    private final RandomGenerator random;
    private final List<Target> targets;
    private final List<Optional<ProcedureId>> procedures = new ArrayList<>(List.of(Optional.empty()));
    private final List<Optional<SafetyFact>> safety = new ArrayList<>(List.of(Optional.empty()));
    private final List<BigDecimal> people;
    private final List<BigDecimal> amounts;
    private int turn;

    private record Target(SheetTable table, SheetRow row) {

        Cell cell(String column) {
            int at = table.columns().indexOf(column);
            return at < 0 ? new Cell.Any() : Cell.read(row.cells().get(at)).orElseGet(Cell.Any::new);
        }
    }

    EdgeQuestions(RoutingSheet sheet, Categories categories, RandomGenerator random) {
        this.categories = categories;
        this.random = random;
        this.targets = sheet.tables().stream().flatMap(table -> table.rows().stream().map(row -> new Target(table, row))).toList();
        Arrays.stream(SafetyFact.values()).map(Optional::of).forEach(safety::add);
        Stream.of("已选程序", "程序").flatMap(this::named).filter(word -> word.matches("[a-z]+(-[a-z]+)*")).distinct()
                .map(word -> Optional.of(new ProcedureId(word))).forEach(procedures::add);
        this.people = numbers("人数", BigDecimal.ONE);
        this.amounts = numbers("金额", CENT);
    }

    private Stream<String> named(String column) {
        return targets.stream().map(target -> target.cell(column)).filter(Cell.Words.class::isInstance)
                .flatMap(cell -> ((Cell.Words) cell).words().stream());
    }

    private List<BigDecimal> numbers(String column, BigDecimal step) {
        Set<BigDecimal> numbers = new LinkedHashSet<>(List.of(BigDecimal.ZERO, BigDecimal.ONE));
        targets.stream().map(target -> target.cell(column)).filter(Cell.Numbers.class::isInstance)
                .flatMap(cell -> ((Cell.Numbers) cell).points().stream())
                .forEach(point -> numbers.addAll(List.of(point.subtract(step), point, point.setScale(2), point.add(step))));
        return List.copyOf(numbers);
    }

    Facts next() {
        var target = targets.isEmpty() ? null : targets.get(turn++ % targets.size());
        String spared = target == null || random.nextBoolean() ? ""
                : target.table().columns().get(random.nextInt(target.table().columns().size()));
        Function<String, Cell> cell = column -> target == null || column.equals(spared) ? new Cell.Any() : target.cell(column);
        var category = draw(categories.all(), it -> admits(cell.apply("小类"), Vocabulary.of(it))
                && admits(cell.apply("大类"), Vocabulary.of(branch(it)))
                && admits(cell.apply("重点类别"), it.forcesRiskCheck()));
        return new Facts(category, branch(category),
                draw(List.of(SourceLine.values()), it -> admits(cell.apply("来源"), Vocabulary.of(it))),
                draw(List.of(Level.values()), it -> admits(cell.apply("层级"), it.zh())),
                draw(people, it -> admits(cell.apply("人数"), it)),
                draw(amounts, it -> admits(cell.apply("金额"), it)),
                draw(safety, it -> admits(cell.apply("安全情形"), it.map(SafetyFact::zh).orElse(Vocabulary.NO_SAFETY_FACT))).orElse(null),
                draw(List.of(false, true), it -> admits(cell.apply("红色风险"), it)),
                draw(procedures, it -> admits(cell.apply("已选程序"), it.map(ProcedureId::value).orElse(Vocabulary.NOT_CHOSEN))
                        && it.map(chosen -> admits(cell.apply("程序"), chosen.value())).orElse(true)).orElse(null));
    }

    private Category branch(Category category) {
        return category.code().parent().map(categories::get).orElse(category);
    }

    /** One that fits; any, when none does. */
    private <T> T draw(List<T> values, Predicate<T> fits) {
        var fitting = values.stream().filter(fits).toList();
        var drawn = fitting.isEmpty() ? values : fitting;
        return drawn.get(random.nextInt(drawn.size()));
    }

    private static boolean admits(Cell cell, Object value) {
        return switch (cell) {
            case Cell.Any any -> true;
            case Cell.Words words -> value instanceof String word && words.admits(word);
            case Cell.Numbers numbers -> value instanceof BigDecimal number && numbers.admits(number);
            case Cell.Truth truth -> value.equals(truth.value());
        };
    }
}
