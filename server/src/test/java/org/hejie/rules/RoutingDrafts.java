package org.hejie.rules;

import java.util.List;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.routing.RoutingDecision;
import org.hejie.routing.RoutingSheet.SheetRow;
import org.hejie.routing.RoutingSheet.SheetTable;
import org.hejie.routing.RoutingSheet;
import org.hejie.routing.RoutingSheets;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Drafts of the routing tables, and who works on them; what a test leaves open is put aside after it. */
abstract class RoutingDrafts {

    static final RuleSet ROUTING = new RuleSet(RuleKind.ROUTING, "routing");

    @Autowired Rules rules;
    @Autowired RoutingSheets sheets;
    @Autowired TestStaff staff;
    @Autowired TestClock clock;

    Actor dispatcher;
    Actor director;

    @BeforeEach
    void people() {
        dispatcher = staff.dispatcher().actor();
        director = staff.director().actor();
    }

    @AfterEach
    void settle() {
        rules.standings().stream().flatMap(standing -> standing.open().stream()).forEach(open -> {
            if (open.state() == RuleState.SUBMITTED) {
                rules.sendBack(director, open.id(), "aside");
            }
            rules.discard(dispatcher, open.id());
        });
        rules.standings().stream().flatMap(standing -> standing.coming().stream())
                .forEach(coming -> rules.withdraw(director, coming.id(), "aside"));
        clock.reset();
    }

    KeptTrial tryOut(Actor by, long id) {
        return Actors.as(by, () -> rules.tryOut(by, id, 100));
    }

    /** Sends migrant workers' wages to another unit. */
    void write(Actor by, RuleVersion draft, String unit) {
        var sheet = sheets.read(draft.text());
        var changed = new RoutingSheet(sheet.tables().stream().map(table -> table.decision() == RoutingDecision.UNIT
                ? new SheetTable(table.decision(), table.columns(), rows(table, unit)) : table).toList());
        rules.write(by, draft.id(), draft.revision(), sheets.write(draft.text(), changed));
    }

    private static List<SheetRow> rows(SheetTable table, String unit) {
        return table.rows().stream().map(row -> row.id().equals("R16")
                ? new SheetRow(row.id(), row.cells(), unit, row.zh(), row.en()) : row).toList();
    }
}
