package org.hejie.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hejie.routing.internal.RoutingFixture.RULES;
import static org.hejie.routing.internal.RoutingFixture.TABLES;
import static org.hejie.routing.internal.RoutingFixture.plain;
import static org.hejie.routing.internal.RoutingFixture.tables;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.random.RandomGeneratorFactory;
import org.hejie.matter.SourceLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CutPointsTest {

    private final CutPoints people = CutPoints.of(TABLES.definitions(), "人数");
    private final CutPoints amount = CutPoints.of(TABLES.definitions(), "金额");

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "5, 1", "6, 2", "10, 3", "29, 4", "30, 5", "1000, 6"})
    void peopleFallIntoTheBandsOfTheTables(BigDecimal value, int band) {
        assertThat(people.band(value)).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"99999.99, 0", "100000, 1", "100000.00, 1", "100000.01, 2"})
    void amountsFallIntoTheBandsOfTheTables(BigDecimal value, int band) {
        assertThat(amount.band(value)).isEqualTo(band);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 33, 333})
    void sameBandsHaveTheSameAnswer(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var plain = plain("0402", SourceLine.WINDOW, Level.VILLAGE);
        var answers = new HashMap<String, Answer>();
        for (int i = 0; i < 400; i++) {
            var facts = new Facts(plain.category(), plain.branch(), plain.line(), plain.level(),
                    BigDecimal.valueOf(random.nextInt(40)), BigDecimal.valueOf(random.nextInt(20) * 10_000L),
                    null, false, null);

            var answer = TABLES.evaluate(facts);

            var first = answers.putIfAbsent(people.band(facts.people()) + "/" + amount.band(facts.amount()), answer);
            assertThat(first).as("seed " + seed + ", round " + i + ": " + facts).isIn(null, answer);
        }
    }

    @Test
    void comparisonThatCannotBeBandedIsRefused() {
        var rules = tables(RULES.replaceFirst("&gt;= 30", "not(30)"));

        assertThatThrownBy(() -> CutPoints.of(rules.definitions(), "人数")).isInstanceOf(InvalidRules.class);
    }
}
