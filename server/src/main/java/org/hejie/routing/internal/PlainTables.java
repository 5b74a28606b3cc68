package org.hejie.routing.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.routing.MatchedRule;
import org.hejie.routing.RoutingDecision;
import org.hejie.routing.RoutingSheet;
import org.hejie.routing.RoutingSheet.SheetTable;
import org.jspecify.annotations.Nullable;

/**
 * The decision tables evaluated by ourselves, in the small part of FEEL a sheet has room for. What a table means is what Apache KIE
 * makes of it: this is only a quicker way to the same answer, and {@link CompiledRules} asks it only after comparing.
 */
final class PlainTables {

    /** Which answers of tables before a table may ask for. */
    private static final Map<RoutingDecision, List<String>> BEFORE = Map.of(
            RoutingDecision.PROCEDURE, List.of(),
            RoutingDecision.UNIT, List.of("程序"),
            RoutingDecision.LIMIT, List.of("程序", "承办"),
            RoutingDecision.RISK_CHECK, List.of("程序", "承办"));

    private final Map<RoutingDecision, PlainTable> tables = new EnumMap<>(RoutingDecision.class);

    private PlainTables(RoutingSheet sheet) {
        for (var table : sheet.tables()) {
            refuseOtherOrder(table);
            tables.put(table.decision(), new PlainTable(table));
        }
    }

    /** Empty when the sheet holds anything that is not known here. */
    static Optional<PlainTables> of(RoutingSheet sheet) {
        try {
            return Optional.of(new PlainTables(sheet));
        } catch (NotPlain foreign) {
            return Optional.empty();
        }
    }

    private static void refuseOtherOrder(SheetTable table) {
        for (String answer : List.of("程序", "承办")) {
            if (table.columns().contains(answer) && !BEFORE.get(table.decision()).contains(answer)) {
                throw new NotPlain(answer);
            }
        }
    }

    /** @throws IllegalStateException when a table has no row for the facts */
    Answer evaluate(Facts facts) {
        var asked = Asked.of(facts);
        var rules = new ArrayList<>(matching(RoutingDecision.PROCEDURE, asked));
        String procedure = first(rules);
        var units = matching(RoutingDecision.UNIT, asked.after(procedure, null));
        rules.addAll(units);
        var decided = asked.after(procedure, first(units));
        rules.addAll(matching(RoutingDecision.LIMIT, decided));
        rules.addAll(matching(RoutingDecision.RISK_CHECK, decided));
        return Answer.of(rules);
    }

    private List<MatchedRule> matching(RoutingDecision decision, Asked asked) {
        return tables.get(decision).matching(asked);
    }

    private static @Nullable String first(List<MatchedRule> rules) {
        return rules.isEmpty() ? null : rules.getFirst().outcome();
    }
}
