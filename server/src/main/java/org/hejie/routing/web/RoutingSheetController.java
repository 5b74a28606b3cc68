package org.hejie.routing.web;

import java.util.List;
import org.hejie.org.Actors;
import org.hejie.routing.RoutingDecision;
import org.hejie.routing.RoutingSheet;
import org.hejie.routing.RoutingSheet.SheetRow;
import org.hejie.routing.RoutingSheet.SheetTable;
import org.hejie.routing.RoutingSheets;
import org.hejie.routing.RoutingSheets.Words;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleVersion;
import org.hejie.rules.Rules;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A version of the routing tables as rows and cells. */
@RestController
@RequestMapping("/api/v1/rule-versions/{id}/routing-sheet")
class RoutingSheetController {

    private static final int MOST_ROWS = 500;
    private static final int LONGEST_CELL = 4_000;

    private final Rules rules;
    private final RoutingSheets sheets;

    RoutingSheetController(Rules rules, RoutingSheets sheets) {
        this.rules = rules;
        this.sheets = sheets;
    }

    /** @param revision of the version @param words what may stand in the cells */
    record SheetView(int revision, RoutingSheet sheet, Words words) {
    }

    /** @param revision the one seen */
    record NewSheet(@Nullable Integer revision, @Nullable RoutingSheet sheet) {
    }

    /** The tables of a version. */
    @GetMapping
    SheetView sheet(@PathVariable long id) {
        Actors.current().staffId().orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN));
        return view(routing(id));
    }

    /** Writes the tables of a draft into its decision model. */
    @PutMapping
    SheetView write(@PathVariable long id, @RequestBody NewSheet request) {
        var sheet = request.sheet();
        if (sheet == null || request.revision() == null) {
            throw Problem.field(sheet == null ? "sheet" : "revision", "REQUIRED");
        }
        var draft = routing(id);
        check(sheet, sheets.read(draft.text()));
        return view(rules.write(Actors.current(), id, request.revision(), sheets.write(draft.text(), sheet)));
    }

    /** Tables and columns stay; only rows are written. */
    private static void check(RoutingSheet sheet, RoutingSheet known) {
        var tables = sheet.tables().stream().map(SheetTable::decision).toList();
        if (!tables.equals(List.of(RoutingDecision.values()))) {
            throw Problem.field("sheet.tables", "INVALID");
        }
        for (var table : sheet.tables()) {
            var columns = known.table(table.decision()).columns();
            if (!table.columns().equals(columns) || table.rows().size() > MOST_ROWS) {
                throw Problem.field("sheet.tables", table.rows().size() > MOST_ROWS ? "TOO_LONG" : "INVALID");
            }
            for (SheetRow row : table.rows()) {
                if (row.cells().size() != columns.size() || !row.id().matches("[A-Z][0-9]{2,4}")
                        || row.cells().stream().anyMatch(cell -> cell.length() > LONGEST_CELL)
                        || (row.outcome() + row.zh() + row.en()).length() > LONGEST_CELL) {
                    throw Problem.field("sheet.tables", "INVALID");
                }
            }
        }
    }

    private RuleVersion routing(long id) {
        var version = rules.version(id);
        if (version.set().kind() != RuleKind.ROUTING) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        return version;
    }

    private SheetView view(RuleVersion version) {
        return new SheetView(version.revision(), sheets.read(version.text()), sheets.words());
    }
}
