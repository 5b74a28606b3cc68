package org.hejie.routing.internal;

import static org.hejie.routing.internal.RoutingFixture.CATEGORIES;
import static org.hejie.routing.internal.RoutingFixture.PROCEDURES;
import static org.hejie.routing.internal.RoutingFixture.RULES;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hejie.org.Units;
import org.hejie.routing.RoutingDecision;
import org.hejie.routing.RoutingSheet;
import org.hejie.routing.RoutingSheet.SheetRow;
import org.hejie.routing.RoutingSheet.SheetTable;
import org.hejie.rules.RuleFinding;

/** Sheets made from the shipped one by changing its rows. */
final class SheetFixture {

    static final RoutingSheet SHIPPED = DmnSheet.read(RULES).sheet().orElseThrow();

    /** A county without units, so that none is compared. */
    static final Units NO_UNITS = (Units) Proxy.newProxyInstance(Units.class.getClassLoader(), new Class<?>[] {Units.class},
            (proxy, method, arguments) -> {
                if (method.getName().equals("all")) {
                    return List.of();
                }
                if (method.getReturnType() == Optional.class) {
                    return Optional.empty();
                }
                throw new UnsupportedOperationException(method.getName());
            });

    private SheetFixture() {}

    static RoutingSheet with(RoutingDecision decision, UnaryOperator<List<SheetRow>> change) {
        return new RoutingSheet(SHIPPED.tables().stream()
                .map(table -> table.decision() == decision
                        ? new SheetTable(decision, table.columns(), change.apply(new ArrayList<>(table.rows()))) : table)
                .toList());
    }

    static RoutingSheet without(RoutingDecision decision, String id) {
        return with(decision, rows -> {
            rows.removeIf(row -> row.id().equals(id));
            return rows;
        });
    }

    static SheetRow row(RoutingDecision decision, String id) {
        return SHIPPED.table(decision).rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }

    static RoutingSheet before(RoutingDecision decision, String id, SheetRow added) {
        return with(decision, rows -> {
            rows.add(rows.indexOf(row(decision, id)), added);
            return rows;
        });
    }

    static List<RuleFinding> check(RoutingSheet sheet) {
        return new SheetChecker(sheet, CATEGORIES, PROCEDURES, NO_UNITS, LocalDate.of(2026, 11, 24)).findings();
    }
}
