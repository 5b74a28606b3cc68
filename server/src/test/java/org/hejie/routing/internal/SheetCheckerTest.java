package org.hejie.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hejie.routing.RoutingDecision.LIMIT;
import static org.hejie.routing.RoutingDecision.RISK_CHECK;
import static org.hejie.routing.RoutingDecision.UNIT;
import static org.hejie.routing.internal.SheetFixture.SHIPPED;
import static org.hejie.routing.internal.SheetFixture.before;
import static org.hejie.routing.internal.SheetFixture.check;
import static org.hejie.routing.internal.SheetFixture.row;
import static org.hejie.routing.internal.SheetFixture.with;
import static org.hejie.routing.internal.SheetFixture.without;

import java.util.ArrayList;
import java.util.List;
import org.hejie.routing.RoutingSheet.SheetRow;
import org.hejie.rules.RuleFinding;
import org.hejie.rules.RuleFinding.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetCheckerTest {

    @Test
    void theShippedTablesHaveNoErrorAndNoWarning() {
        assertThat(check(SHIPPED)).noneMatch(finding -> finding.weight() != Weight.NOTE);
    }

    @Test
    void aTableWithoutItsLastRowHasAGapWithAnExample() {
        assertThat(check(without(RISK_CHECK, "K06"))).filteredOn(RuleFinding::isError)
                .extracting(RuleFinding::code, RuleFinding::place, RuleFinding::example)
                .first().satisfies(gap -> assertThat(gap.toList()).startsWith("GAP", "风险评估")
                        .last().asString().contains("红色风险 = false", "安全情形 = 无"));
    }

    @Test
    void twoRowsThatSayOtherwiseOfTheSameInputContradictEachOther() {
        var again = row(UNIT, "R16");
        var sheet = before(UNIT, "R17", new SheetRow("R99", again.cells(), "县综治中心", "又一条", "Another"));

        assertThat(check(sheet)).filteredOn(RuleFinding::isError).extracting(RuleFinding::code, RuleFinding::place, RuleFinding::example)
                .containsExactly(tuple("CONTRADICTION", "R99", "小类 = 0401 农民工欠薪"));
    }

    @Test
    void aRowThatRowsAboveDecideTogetherHasNoEffect() {
        var grids = row(UNIT, "R47");
        var sheet = before(UNIT, "R50", new SheetRow("R98", grids.cells(), grids.outcome(), "重复", "Again"));

        assertThat(check(sheet)).filteredOn(finding -> finding.weight() == Weight.WARNING)
                .extracting(RuleFinding::code, RuleFinding::place).containsExactly(tuple("COVERED", "R98"));
    }

    @Test
    void rowsThatCrossAreNamedWithWhatTheyShare() {
        assertThat(check(SHIPPED)).filteredOn(finding -> finding.place().equals("K04") || finding.place().equals("R42"))
                .allMatch(finding -> finding.code().equals("OVERLAP") && finding.example() != null);
    }

    @Test
    void aMisspeltCategoryIsAnErrorOfItsRow() {
        assertThat(check(cell(UNIT, "R16", 0, "\"0401 农民工欠新\""))).extracting(RuleFinding::code, RuleFinding::place)
                .contains(tuple("UNKNOWN_WORD", "R16"));
    }

    @ParameterizedTest
    @ValueSource(strings = {">= ", "5..", "count(人数) > 3", "[9..3]", "> 5 and < 9", "\"a\" + \"b\"", "x", ""})
    void whatIsNoPlainConditionIsRefused(String text) {
        assertThat(check(cell(UNIT, "R10", 4, text))).extracting(RuleFinding::code).contains("CELL");
    }

    @Test
    void aUnitThatIsNoneIsAnError() {
        assertThat(check(outcome("R10", "某个局"))).extracting(RuleFinding::code, RuleFinding::place).contains(tuple("OUTCOME", "R10"));
    }

    @Test
    void aLimitTheProcedureLacksIsAWarning() {
        var sheet = with(LIMIT, rows -> {
            rows.replaceAll(row -> row.id().equals("L07") ? new SheetRow("L07", row.cells(), "mediation", row.zh(), row.en()) : row);
            return rows;
        });

        assertThat(check(sheet)).extracting(RuleFinding::code, RuleFinding::place).contains(tuple("LIMIT_LACKING", "L07"));
    }

    @Test
    void aRangeWithoutTheNumberBetweenLeavesAGapThere() {
        var sheet = with(RISK_CHECK, rows -> new ArrayList<>(List.of(
                new SheetRow("K01", List.of("-", "-", "-", "< 10", "-"), "false", "少", "Few"),
                new SheetRow("K02", List.of("-", "-", "-", "> 10", "-"), "true", "多", "Many"))));

        assertThat(check(sheet)).filteredOn(RuleFinding::isError).extracting(RuleFinding::code, RuleFinding::example)
                .containsExactly(tuple("GAP", "人数 = 10"));
    }

    private static org.hejie.routing.RoutingSheet cell(org.hejie.routing.RoutingDecision decision, String id, int column, String text) {
        return with(decision, rows -> {
            rows.replaceAll(row -> {
                if (!row.id().equals(id)) {
                    return row;
                }
                var cells = new ArrayList<>(row.cells());
                cells.set(column, text);
                return new SheetRow(id, cells, row.outcome(), row.zh(), row.en());
            });
            return rows;
        });
    }

    private static org.hejie.routing.RoutingSheet outcome(String id, String outcome) {
        return with(UNIT, rows -> {
            rows.replaceAll(row -> row.id().equals(id) ? new SheetRow(id, row.cells(), outcome, row.zh(), row.en()) : row);
            return rows;
        });
    }
}
