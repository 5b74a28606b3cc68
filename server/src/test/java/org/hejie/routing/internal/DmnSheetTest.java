package org.hejie.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hejie.routing.internal.RoutingFixture.RULES;
import static org.hejie.routing.internal.RoutingFixture.leaves;
import static org.hejie.routing.internal.RoutingFixture.plain;
import static org.hejie.routing.internal.SheetFixture.SHIPPED;

import java.util.Collections;
import org.hejie.matter.SourceLine;
import org.hejie.routing.RoutingDecision;
import org.hejie.rules.RuleFinding;
import org.junit.jupiter.api.Test;

class DmnSheetTest {

    @Test
    void aSheetThatIsWrittenIsReadAgainAsItWas() {
        var changed = SheetFixture.with(RoutingDecision.UNIT, rows -> {
            Collections.swap(rows, 3, 9);
            return rows;
        });

        assertThat(DmnSheet.read(DmnSheet.write(RULES, changed)).sheet()).contains(changed);
    }

    @Test
    void theEngineAnswersTheSameAfterWriting() {
        var written = RoutingTables.of(DmnSheet.write(RULES, SHIPPED));

        assertThat(leaves()).allSatisfy(leaf -> {
            var facts = plain(leaf.code().value(), SourceLine.HOTLINE, Level.VILLAGE);
            assertThat(written.evaluate(facts)).isEqualTo(RoutingFixture.TABLES.evaluate(facts));
        });
    }

    @Test
    void whatIsNoXmlIsFoundWithItsLine() {
        assertThat(DmnSheet.read("<definitions>\n<a>\n</definitions>").findings())
                .singleElement().satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("NOT_XML");
                    assertThat(finding.line()).isEqualTo(3);
                });
    }

    @Test
    void aDocumentTypeThatCouldFetchSomethingIsRefused() {
        assertThat(DmnSheet.read("<!DOCTYPE x SYSTEM \"http://127.0.0.1/x\">\n" + RULES.substring(RULES.indexOf("<definitions"))).findings())
                .extracting(RuleFinding::code).containsExactly("NOT_XML");
    }

    @Test
    void aFunctionThatCouldBeExecutedIsRefused() {
        String evil = RULES.replace("<decision id=\"procedure\"",
                "<businessKnowledgeModel id=\"b\" name=\"b\"><encapsulatedLogic kind=\"Java\"/></businessKnowledgeModel><decision id=\"procedure\"");

        assertThat(DmnSheet.read(evil).findings()).extracting(RuleFinding::code).contains("FOREIGN_ELEMENT");
    }

    @Test
    void anOutputThatIsAnExpressionIsRefused() {
        assertThat(DmnSheet.read(RULES.replace("<text>\"P01\"</text>", "<text>string(now())</text>")).findings())
                .extracting(RuleFinding::code).contains("OUTPUT");
    }

    @Test
    void aMissingTableIsFound() {
        assertThat(DmnSheet.read(RULES.replace("name=\"办理时限\"", "name=\"时限\"")).findings())
                .extracting(RuleFinding::code, RuleFinding::place)
                .contains(org.assertj.core.api.Assertions.tuple("TABLE_MISSING", "办理时限"));
    }
}
