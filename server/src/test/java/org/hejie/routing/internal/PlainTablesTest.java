package org.hejie.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hejie.routing.internal.RoutingFixture.CATEGORIES;
import static org.hejie.routing.internal.RoutingFixture.PROCEDURES;
import static org.hejie.routing.internal.RoutingFixture.RULES;
import static org.hejie.routing.internal.RoutingFixture.TABLES;
import static org.hejie.routing.internal.RoutingFixture.tables;
import static org.hejie.routing.internal.SheetFixture.SHIPPED;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.CategoryCode;
import org.hejie.place.AreaCode;
import org.hejie.routing.RoutingDecision;
import org.hejie.routing.RoutingQuestion;
import org.hejie.routing.RoutingSheet;
import org.hejie.rules.RuleFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The evaluator of our own says what Apache KIE says: the same answer, by the same rows. */
class PlainTablesTest {

    private static final PlainTables PLAIN = PlainTables.of(SHIPPED).orElseThrow();

    @ParameterizedTest
    @ValueSource(longs = {5, 55, 555})
    void shippedTablesAreAnsweredAsKieAnswersThem(long seed) {
        var random = random(seed);
        var questions = new EdgeQuestions(SHIPPED, CATEGORIES, random);

        assertSame(TABLES, PLAIN, questions, 3_000, "seed " + seed);
    }

    /** Any cells, rows in any number, gaps included. */
    @ParameterizedTest
    @ValueSource(longs = {8, 88, 888})
    void madeUpTablesAreAnsweredAsKieAnswersThem(long seed) {
        var random = random(seed);
        for (int round = 0; round < 8; round++) {
            var sheet = MadeUpSheet.of(random);
            var questions = new EdgeQuestions(sheet, CATEGORIES, random);

            assertSame(tables(DmnSheet.write(RULES, sheet)), PlainTables.of(sheet).orElseThrow(), questions, 400,
                    "seed " + seed + ", round " + round + ", " + sheet);
        }
    }

    private static void assertSame(RoutingTables kie, PlainTables plain, EdgeQuestions questions, int count, String context) {
        for (int i = 0; i < count; i++) {
            var facts = questions.next();
            assertThat(CompiledRules.said(plain::evaluate, facts)).as("%s, question %d: %s", context, i, facts)
                    .isEqualTo(CompiledRules.said(kie::evaluate, facts));
        }
    }

    @Test
    void everyRowOfTheShippedTablesIsAmongTheCompared() {
        var questions = new EdgeQuestions(SHIPPED, CATEGORIES, random(300));
        Set<String> reached = new java.util.TreeSet<>();
        for (int i = 0; i < 3_000; i++) {
            PLAIN.evaluate(questions.next()).rules().forEach(rule -> reached.add(rule.id()));
        }

        assertThat(SHIPPED.tables().stream().flatMap(table -> table.rows().stream()).map(RoutingSheet.SheetRow::id))
                .allMatch(reached::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"620123", "620123104", "620123104201"})
    void whatIsUnknownIsAskedAsKieIsAsked(String area) {
        var rules = new CompiledRules(RULES, CATEGORIES);
        for (var line : SourceLine.values()) {
            var question = new RoutingQuestion(new CategoryCode("0206"), line, null, AreaCode.parse(area), null, null, Set.of(), false, null);
            var leaf = CATEGORIES.get(question.category());
            var facts = Facts.of(question, leaf, CATEGORIES.get(leaf.code().parent().orElseThrow()));

            assertThat(rules.answer(question)).isEqualTo(TABLES.evaluate(facts));
        }
    }

    @Test
    void shippedTablesAreNotAskedOfKie() {
        assertThat(new CompiledRules(RULES, CATEGORIES).isPlain()).isTrue();
    }

    @Test
    void tablesThatKieReadsOtherwiseAreAskedOfKie() {
        var other = SheetFixture.with(RoutingDecision.UNIT, rows -> {
            var last = rows.removeLast();
            rows.add(new RoutingSheet.SheetRow(last.id(), last.cells(), "县公安局(police)", last.zh(), last.en()));
            return rows;
        });

        assertThat(CompiledRules.agrees(PlainTables.of(other).orElseThrow(), TABLES, SHIPPED, CATEGORIES)).isFalse();
    }

    @Test
    void cellOfAnotherKindIsKiesToAnswer() {
        String text = RULES.replaceFirst("&gt;= 30", "not(30)");
        var rules = new CompiledRules(text, CATEGORIES);
        var question = RoutingQuestion.of(new CategoryCode("0202"), SourceLine.WINDOW, null, AreaCode.parse("620123104"))
                .involving(29, BigDecimal.ZERO);
        var leaf = CATEGORIES.get(question.category());

        assertThat(rules.isPlain()).isFalse();
        assertThat(rules.answer(question)).isEqualTo(
                tables(text).evaluate(Facts.of(question, leaf, CATEGORIES.get(leaf.code().parent().orElseThrow()))));
    }

    /** The unit decided before the procedure: KIE follows the arrows of the model, we only their usual order. */
    @Test
    void whoeverChecksTablesOfAnotherOrderIsToldThatTheyAreSlow() {
        var sheet = SheetFixture.with(RoutingDecision.PROCEDURE, rows -> {
            rows.removeIf(row -> !row.cells().get(4).equals("-"));
            return rows;
        });
        String text = DmnSheet.write(RULES, sheet)
                .replace("<informationRequirement id=\"procedureReq4\"><requiredInput href=\"#in9\"/>",
                        "<informationRequirement id=\"procedureReq4\"><requiredDecision href=\"#unit\"/>")
                .replaceFirst("<text>已选程序</text>", "<text>承办单位[1].承办</text>")
                .replaceFirst("<requiredDecision href=\"#procedure\"/>", "<requiredInput href=\"#in9\"/>")
                .replaceFirst("<text>办理程序\\[1].程序</text>", "<text>已选程序</text>");

        var findings = new RoutingBook(CATEGORIES, PROCEDURES, SheetFixture.NO_UNITS, null, Clock.systemUTC()).check(null, text);

        assertThat(findings).noneMatch(RuleFinding::isError);
        assertThat(findings).filteredOn(finding -> finding.code().equals("BY_KIE"))
                .extracting(RuleFinding::weight).containsExactly(RuleFinding.Weight.NOTE);
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
