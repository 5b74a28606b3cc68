package org.hejie.routing.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.hejie.matter.procedure.Wording;
import org.hejie.routing.MatchedRule;
import org.hejie.routing.RoutingSheet.SheetRow;
import org.hejie.routing.RoutingSheet.SheetTable;

/**
 * One decision table turned round: each column knows for each of its values which rows admit it, and the rows that match are what
 * all columns have in common. Rows keep their order, so hit policy RULE ORDER comes by itself.
 */
final class PlainTable {

    private final List<PlainColumn> columns = new ArrayList<>();
    private final List<MatchedRule> followed;
    private final List<MatchedRule> beside;

    /** @throws NotPlain when a column or a cell is of no kind known here */
    PlainTable(SheetTable table) {
        for (int i = 0; i < table.columns().size(); i++) {
            int column = i;
            columns.add(PlainColumn.of(table.columns().get(i), table.rows().stream().map(row -> cell(row, column)).toList()));
        }
        followed = table.rows().stream().map(row -> rule(table, row, true)).toList();
        beside = table.rows().stream().map(row -> rule(table, row, false)).toList();
    }

    private static Cell cell(SheetRow row, int column) {
        return Cell.read(row.cells().get(column)).orElseThrow(() -> new NotPlain(row.id()));
    }

    private static MatchedRule rule(SheetTable table, SheetRow row, boolean applied) {
        return new MatchedRule(table.decision(), row.id(), row.outcome(), new Wording(row.zh(), row.en()), applied);
    }

    /** Every row that matches, the first of them followed. */
    List<MatchedRule> matching(Asked asked) {
        var rows = new BitSet(followed.size());
        rows.set(0, followed.size());
        for (var column : columns) {
            rows.and(column.admitting(asked));
        }
        List<MatchedRule> rules = new ArrayList<>(rows.cardinality());
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            rules.add((rules.isEmpty() ? followed : beside).get(row));
        }
        return rules;
    }
}
