package org.hejie.routing.internal;

import static org.hejie.routing.internal.RoutingFixture.CATEGORIES;
import static org.hejie.routing.internal.RoutingFixture.PROCEDURES;
import static org.hejie.routing.internal.SheetFixture.SHIPPED;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hejie.routing.RoutingSheet;
import org.hejie.routing.RoutingSheet.SheetRow;
import org.hejie.routing.RoutingSheet.SheetTable;

/** Tables of every kind of cell, thrown together. */
final class MadeUpSheet {

    private static final Domain DOMAIN = new Domain(SHIPPED, CATEGORIES, PROCEDURES);
    private static final List<String> SIGNS = List.of("", "< ", "<= ", "> ", ">= ", "<", ">=");

    private MadeUpSheet() {}

    static RoutingSheet of(RandomGenerator random) {
        return new RoutingSheet(SHIPPED.tables().stream().map(table -> table(table, random)).toList());
    }

    private static SheetTable table(SheetTable shipped, RandomGenerator random) {
        List<SheetRow> rows = new ArrayList<>();
        for (int i = 0; i < random.nextInt(1, 70); i++) {
            var outcome = shipped.rows().get(random.nextInt(shipped.rows().size())).outcome();
            rows.add(new SheetRow("R%02d".formatted(i + 10), shipped.columns().stream().map(column -> cell(column, random)).toList(),
                    outcome, "因为" + i, "because " + i));
        }
        if (random.nextInt(4) > 0) {
            rows.add(shipped.rows().getLast());
        }
        return new SheetTable(shipped.decision(), shipped.columns(), rows);
    }

    private static String cell(String column, RandomGenerator random) {
        if (random.nextInt(10) < 6) {
            return "-";
        }
        return switch (column) {
            case "人数" -> numbers(random, 40, "");
            case "金额" -> numbers(random, 200_000, List.of("", ".5", ".99", ".00").get(random.nextInt(4)));
            case "红色风险", "重点类别" -> String.valueOf(random.nextBoolean());
            default -> words(column, random);
        };
    }

    private static String numbers(RandomGenerator random, int most, String cents) {
        int from = random.nextInt(most);
        if (random.nextBoolean()) {
            return SIGNS.get(random.nextInt(SIGNS.size())) + from + cents;
        }
        return (random.nextBoolean() ? "[" : "(") + from + cents + ".." + (from + random.nextInt(1, most)) + cents
                + (random.nextBoolean() ? "]" : ")");
    }

    private static String words(String column, RandomGenerator random) {
        String list = Stream.generate(() -> word(column, random)).limit(random.nextInt(1, 4))
                .map(word -> '"' + word + '"').collect(Collectors.joining(random.nextBoolean() ? "," : ", "));
        return random.nextInt(3) == 0 ? "not(" + list + ")" : list;
    }

    private static String word(String column, RandomGenerator random) {
        if (column.equals("大类")) {
            var branches = CATEGORIES.all().stream().filter(category -> !category.code().isLeaf()).toList();
            return Vocabulary.of(branches.get(random.nextInt(branches.size())));
        }
        return DOMAIN.word(column, random.nextInt(DOMAIN.size(column)));
    }
}
