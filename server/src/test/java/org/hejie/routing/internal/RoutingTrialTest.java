package org.hejie.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hejie.routing.internal.RoutingFixture.CATEGORIES;
import static org.hejie.routing.internal.RoutingFixture.PROCEDURES;
import static org.hejie.routing.internal.RoutingFixture.RULES;
import static org.hejie.routing.internal.RoutingFixture.leaves;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.hejie.matter.PastCases;
import org.hejie.matter.PastCases.PastCase;
import org.hejie.matter.SafetyFact;
import org.hejie.matter.SourceLine;
import org.hejie.routing.RoutingDecision;
import org.hejie.rules.Trial;
import org.hejie.rules.Trial.Aspect;
import org.hejie.rules.TrialRow;
import org.junit.jupiter.api.Test;

/** Trying a draft on matters made up, without a database. */
class RoutingTrialTest {

    private static final List<String> PLACES = List.of("620123104", "620123100", "620123207", "620123");

    private final CompiledRules inForce = new CompiledRules(RULES, CATEGORIES);
    private final List<TrialRow> rows = new ArrayList<>();
    private final CompiledRules draft = new CompiledRules(RULES.replace("\"县教育局(education)\"", "\"县公安局(police)\""), CATEGORIES);

    @Test
    void sameRulesChangeNothing() {
        assertThat(run(inForce, new CompiledRules(RULES, CATEGORIES), 2_000).groups()).isEmpty();
    }

    @Test
    void everyMatterOfTheChangedRowGoesElsewhere() {
        var cases = cases(5_000);
        long expected = cases.stream().filter(one -> inForce.answer(RoutingTrial.question(one)).rules().stream()
                .anyMatch(rule -> rule.decision() == RoutingDecision.UNIT && rule.applied() && rule.outcome().contains("education"))).count();

        assertThat(expected).isPositive();
        assertThat(run(inForce, draft, 5_000).count(Aspect.UNIT)).isEqualTo((int) expected);
        assertThat(rows).hasSize((int) expected).noneMatch(row -> row.rule().isEmpty());
    }

    private record Given(List<PastCase> all) implements PastCases {

        @Override
        public void newest(int most, Consumer<PastCase> each) {
            all.forEach(each);
        }

        @Override
        public List<PastCase> among(Collection<Long> matters) {
            return all.stream().filter(one -> matters.contains(one.id())).toList();
        }
    }

    private Trial run(CompiledRules before, CompiledRules after, int matters) {
        var cases = cases(matters);
        return new RoutingTrial(new Given(cases), new UnitFinder(SheetFixture.NO_UNITS, java.time.Clock.systemUTC()), SheetFixture.NO_UNITS, PROCEDURES, null,
                java.time.Clock.systemUTC()).run(before, after, matters, rows::add);
    }

    private static List<PastCase> cases(int matters) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261124);
        var categories = leaves();
        List<PastCase> cases = new ArrayList<>();
        for (int i = 0; i < matters; i++) {
            cases.add(new PastCase(i, "code", categories.get(random.nextInt(categories.size())).code().value(),
                    SourceLine.values()[random.nextInt(8)], null, PLACES.get(random.nextInt(4)), random.nextInt(1, 40),
                    BigDecimal.valueOf(random.nextInt(300_000)), random.nextInt(10) == 0
                            ? Set.of(SafetyFact.values()[random.nextInt(SafetyFact.values().length)]) : Set.of(),
                    random.nextInt(20) == 0, "dispute", Instant.EPOCH, null, null));
        }
        return cases;
    }
}
