package org.hejie.routing.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hejie.routing.RoutingSheet.SheetRow;
import org.hejie.routing.RoutingSheet.SheetTable;
import org.hejie.rules.RuleFinding;

/**
 * Looks one table through, exactly: which inputs no row matches, which rows can never decide, which rows say otherwise about the same
 * input. Columns are held to be independent, the three of the category apart; so a gap named here may lie where two answers of the
 * tables before never meet.
 */
final class TableAnalysis {

    /** More boxes than this are not looked at; the check then says so instead of being silent. */
    private static final int MOST_BOXES = 200_000;

    private final SheetTable table;
    private final Domain domain;
    private final List<String> dimensions;
    private final List<Box> rows;
    private final List<List<Box>> deciding = new ArrayList<>();
    private final List<Box> unmatched;
    private boolean complete = true;

    TableAnalysis(SheetTable table, Domain domain) {
        this.table = table;
        this.domain = domain;
        this.dimensions = table.columns().stream().map(Domain::dimension).distinct().toList();
        this.rows = table.rows().stream().map(this::box).toList();
        var whole = new Box(dimensions.stream().map(dimension -> Domain.all(domain.size(dimension))).toArray(BitSet[]::new));
        List<Box> left = List.of(whole);
        for (var row : rows) {
            deciding.add(left.stream().filter(row::touches).map(row::intersection).toList());
            left = left.stream().flatMap(box -> box.without(row).stream()).toList();
            if (left.size() > MOST_BOXES) {
                complete = false;
                break;
            }
        }
        unmatched = left;
    }

    private Box box(SheetRow row) {
        var sides = dimensions.stream().map(dimension -> Domain.all(domain.size(dimension))).toArray(BitSet[]::new);
        for (int i = 0; i < table.columns().size(); i++) {
            String column = table.columns().get(i);
            sides[dimensions.indexOf(Domain.dimension(column))]
                    .and(domain.admitted(column, Cell.read(row.cells().get(i)).orElseThrow()));
        }
        return new Box(sides);
    }

    List<RuleFinding> findings() {
        if (!complete) {
            return List.of(RuleFinding.warning("NOT_ANALYSED", table.decision().table(), "表格太复杂，未能逐一检查空缺和重叠",
                    "The table is too intricate to look for gaps and overlaps"));
        }
        List<RuleFinding> findings = new ArrayList<>();
        unmatched.stream().limit(5).forEach(gap -> findings.add(RuleFinding.error("GAP", table.decision().table(),
                "没有一行适用于这种情形", "No row matches this input").shownBy(example(gap))));
        for (int row = 0; row < rows.size(); row++) {
            shadowed(row, findings);
        }
        for (int row = 0; row < rows.size(); row++) {
            overlapping(row, findings);
        }
        return findings;
    }

    private void shadowed(int row, List<RuleFinding> findings) {
        if (rows.get(row).isEmpty()) {
            findings.add(RuleFinding.warning("NEVER", id(row), "这一行的条件互相矛盾，永远不会适用",
                    "The conditions of this row exclude each other: it never matches"));
            return;
        }
        if (!deciding.get(row).isEmpty()) {
            return;
        }
        for (int before = 0; before < row; before++) {
            if (rows.get(row).isWithin(rows.get(before)) && !outcome(before).equals(outcome(row))) {
                findings.add(RuleFinding.error("CONTRADICTION", id(row),
                        "与前面的 " + id(before) + " 矛盾：同样的情形已由它决定为“" + outcome(before) + "”",
                        id(before) + " above says “" + outcome(before) + "” about the same input")
                        .shownBy(example(rows.get(row))));
                return;
            }
        }
        findings.add(RuleFinding.warning("COVERED", id(row), "前面的行已经全部决定了这些情形，这一行不起作用",
                "Rows above decide all of this already: the row has no effect").shownBy(example(rows.get(row))));
    }

    /** Rows that cross: neither is the exception of the other, and the order alone decides. */
    private void overlapping(int row, List<RuleFinding> findings) {
        var crossed = IntStream.range(row + 1, rows.size())
                .filter(later -> !outcome(later).equals(outcome(row)) && rows.get(row).touches(rows.get(later))
                        && !rows.get(row).isWithin(rows.get(later)) && !rows.get(later).isWithin(rows.get(row)))
                .boxed().toList();
        if (!crossed.isEmpty()) {
            String ids = crossed.stream().limit(12).map(this::id).collect(Collectors.joining(" "))
                    + (crossed.size() > 12 ? " …" : "");
            findings.add(RuleFinding.note("OVERLAP", id(row),
                    "与后面 " + crossed.size() + " 行有部分重叠而结论不同，以本行为准：" + ids,
                    "Overlaps in part with " + crossed.size() + " rows below that say otherwise; this one goes first: " + ids)
                    .shownBy(example(rows.get(row).intersection(rows.get(crossed.getFirst())))));
        }
    }

    /** The words of a column that reach the row, after all rows above have taken theirs. */
    List<String> deciding(int row, String column) {
        int index = dimensions.indexOf(column);
        var reached = new BitSet();
        if (complete && index >= 0) {
            deciding.get(row).forEach(box -> reached.or(box.sides()[index]));
        }
        return reached.stream().mapToObj(value -> domain.word(column, value)).toList();
    }

    private String example(Box box) {
        return IntStream.range(0, dimensions.size())
                .filter(i -> box.sides()[i].cardinality() < domain.size(dimensions.get(i)))
                .mapToObj(i -> dimensions.get(i) + " = " + domain.word(dimensions.get(i), box.sides()[i].nextSetBit(0)))
                .collect(Collectors.joining("，"));
    }

    private String id(int row) {
        return table.rows().get(row).id();
    }

    private String outcome(int row) {
        return table.rows().get(row).outcome();
    }
}
