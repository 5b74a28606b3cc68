package org.hejie.routing;

import java.util.List;

/**
 * The routing tables as rows and cells, as a person edits them; written to DMN and read from it.
 *
 * @param tables one for each decision, in the order they are made
 */
public record RoutingSheet(List<SheetTable> tables) {

    /** Keeps a copy. */
    public RoutingSheet {
        tables = List.copyOf(tables);
    }

    /**
     * One decision table. Rows are read from above: the first that matches decides.
     *
     * @param decision what it decides
     * @param columns names of what it asks, such as {@code 小类}
     * @param rows its rules
     */
    public record SheetTable(RoutingDecision decision, List<String> columns, List<SheetRow> rows) {

        /** Keeps copies. */
        public SheetTable {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * One rule.
     *
     * @param id its number, such as {@code R12}
     * @param cells one for each column: {@code -}, {@code "法院","公安"}, {@code not("县级")}, {@code >= 5}, {@code [5..30)}, {@code true}
     * @param outcome what it says
     * @param zh why
     * @param en why, in English
     */
    public record SheetRow(String id, List<String> cells, String outcome, String zh, String en) {

        /** Keeps a copy. */
        public SheetRow {
            cells = List.copyOf(cells);
        }
    }

    /** The table of that decision. */
    public SheetTable table(RoutingDecision decision) {
        return tables.stream().filter(table -> table.decision() == decision).findFirst().orElseThrow();
    }
}
