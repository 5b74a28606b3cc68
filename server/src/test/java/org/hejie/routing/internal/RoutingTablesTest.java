package org.hejie.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hejie.routing.internal.RoutingFixture.PROCEDURES;
import static org.hejie.routing.internal.RoutingFixture.TABLES;
import static org.hejie.routing.internal.RoutingFixture.leaves;
import static org.hejie.routing.internal.RoutingFixture.plain;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.hejie.matter.SafetyFact;
import org.hejie.matter.SourceLine;
import org.hejie.matter.procedure.Procedure;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.routing.MatchedRule;
import org.hejie.routing.RoutingDecision;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTablesTest {

    /** Source: domain.md §2.2 to 2.8; the departments are defaults, to be verified. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            0107, GRID,     VILLAGE, UNIT:police,       consultation,        county-simple
            0101, GRID,     GRID,    GRID,              dispute,             grid
            0202, WINDOW,   VILLAGE, VILLAGE,           dispute,             village
            0202, WINDOW,   TOWN,    TOWN_CENTER,       dispute,             town
            0202, WINDOW,   COUNTY,  COUNTY_CENTER,     dispute,             mediation
            0401, HOTLINE,  TOWN,    UNIT:labour,       dispute,             county-general
            0702, HOTLINE,  VILLAGE, UNIT:housing,      consultation,        work-order
            0702, WINDOW,   VILLAGE, VILLAGE,           dispute,             village
            0901, COURT,    GRID,    TOWN_CENTER,       dispute,             mediation
            0901, COURT,    COUNTY,  COUNTY_CENTER,     dispute,             mediation
            0206, POLICE,   GRID,    TOWN_CENTER,       dispute,             town
            0206, PETITION, GRID,    UNIT:petition,     petition-guidance,   county-general
            0206, SUPERIOR, GRID,    TOWN_CENTER,       superior-assignment, county-simple
            1201, WINDOW,   TOWN,    UNIT:health,       dispute,             county-general
            1301, POLICE,   TOWN,    UNIT:police,       dispute,             county-general
            1701, WINDOW,   TOWN,    UNIT:justice,      petition-guidance,   county-general
            1704, CITIZEN,  VILLAGE, COUNTY_CENTER,     consultation,        question
            1802, WINDOW,   COUNTY,  UNIT:court,        petition-guidance,   county-general
            1804, PETITION, COUNTY,  UNIT:procuratorate, petition-guidance,  county-general
            """)
    void suggestionFollowsCategoryLineAndPlace(
            String category, SourceLine line, Level level, String target, String procedure, String limit) {
        var answer = TABLES.evaluate(plain(category, line, level));

        assertThat(answer.target()).hasToString(target);
        assertThat(answer.procedure()).hasToString(procedure);
        assertThat(answer.limitKey()).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({"4, 0, GRID", "5, 0, TOWN_CENTER", "1, 99999.99, GRID", "1, 100000, TOWN_CENTER", "30, 0, COUNTY_CENTER"})
    void manyPeopleOrMuchMoneyGoesUp(BigDecimal people, BigDecimal amount, String target) {
        var answer = TABLES.evaluate(involving(plain("0202", SourceLine.GRID, Level.GRID), people, amount));

        assertThat(answer.target()).hasToString(target);
    }

    @ParameterizedTest
    @EnumSource(names = "SELF_HARM", mode = EnumSource.Mode.EXCLUDE)
    void whatIsNotDivertedStaysWithThePolice(SafetyFact safety) {
        var answer = TABLES.evaluate(endangered(plain("0102", SourceLine.POLICE, Level.TOWN), safety));

        assertThat(answer.target()).hasToString("UNIT:police");
    }

    @Test
    void whoMayHarmHimselfIsTheCountysToLead() {
        var answer = TABLES.evaluate(endangered(plain("0102", SourceLine.POLICE, Level.TOWN), SafetyFact.SELF_HARM));

        assertThat(answer.target()).hasToString("COUNTY_CENTER");
    }

    @ParameterizedTest
    @EnumSource
    void everyDangerForcesARiskCheck(SafetyFact safety) {
        assertThat(TABLES.evaluate(endangered(plain("0206", SourceLine.WINDOW, Level.TOWN), safety)).riskCheck()).isTrue();
    }

    /** Red risk alone is not told at registration: it is what an assessment finds. */
    @Test
    void everyRowCanBeReachedByARegistration() {
        var reached = new TreeSet<String>();
        for (var category : leaves()) {
            for (var line : SourceLine.values()) {
                for (var level : Level.values()) {
                    reach(reached, plain(category.code().value(), line, level));
                }
            }
        }
        for (var level : Level.values()) {
            var quarrel = plain("0206", SourceLine.WINDOW, level);
            for (var safety : SafetyFact.values()) {
                reach(reached, endangered(quarrel, safety));
            }
            for (var procedure : PROCEDURES.current()) {
                reach(reached, new Facts(quarrel.category(), quarrel.branch(), quarrel.line(), level, BigDecimal.ONE,
                        BigDecimal.ZERO, null, false, procedure.id()));
            }
            for (String category : List.of("0206", "0402")) {
                reach(reached, involving(plain(category, SourceLine.WINDOW, level), BigDecimal.valueOf(30), new BigDecimal("100000")));
                reach(reached, involving(plain(category, SourceLine.WINDOW, level), BigDecimal.valueOf(5), new BigDecimal("100000")));
            }
        }
        reach(reached, new Facts(plain("0206", SourceLine.WINDOW, Level.TOWN).category(),
                plain("0206", SourceLine.WINDOW, Level.TOWN).branch(), SourceLine.WINDOW, Level.TOWN, BigDecimal.ONE,
                BigDecimal.ZERO, SafetyFact.WEAPON, false, new ProcedureId("consultation")));

        var all = new TreeSet<>(Pattern.compile("<rule id=\"([A-Z]\\d+)\"").matcher(RoutingFixture.RULES).results()
                .map(row -> row.group(1)).toList());
        all.removeAll(Set.of("R09", "K03"));
        assertThat(reached).containsExactlyElementsOf(all);
    }

    private static void reach(Set<String> reached, Facts facts) {
        TABLES.evaluate(facts).rules().forEach(rule -> reached.add(rule.id()));
    }

    private static Facts endangered(Facts plain, SafetyFact safety) {
        return new Facts(plain.category(), plain.branch(), plain.line(), plain.level(), plain.people(), plain.amount(), safety,
                false, null);
    }

    @Test
    void redRiskGoesToTheCounty() {
        var plain = plain("0202", SourceLine.GRID, Level.GRID);

        var answer = TABLES.evaluate(new Facts(plain.category(), plain.branch(), plain.line(), plain.level(),
                plain.people(), plain.amount(), null, true, null));

        assertThat(answer.target()).hasToString("COUNTY_CENTER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0107", "0401", "1405"})
    void markedCategoryForcesARiskCheck(String category) {
        assertThat(TABLES.evaluate(plain(category, SourceLine.WINDOW, Level.TOWN)).riskCheck()).isTrue();
    }

    @Test
    void quarrelForcesNoRiskCheck() {
        assertThat(TABLES.evaluate(plain("0206", SourceLine.WINDOW, Level.TOWN)).riskCheck()).isFalse();
    }

    @Test
    void everyMatchingRuleIsShownAndTheFirstApplied() {
        var rules = TABLES.evaluate(plain("0401", SourceLine.PETITION, Level.TOWN)).rules();

        assertThat(rules).filteredOn(rule -> rule.decision() == RoutingDecision.UNIT)
                .extracting(MatchedRule::outcome, MatchedRule::applied)
                .startsWith(tuple("县人社局(labour)", true))
                .contains(tuple("县信访局(petition)", false));
    }

    @Test
    void someRuleMatchesEveryCategoryLineAndLevel(TestReporter reporter) {
        var overlaps = new TreeMap<String, Set<String>>();
        var missing = new LinkedHashSet<String>();
        for (var category : leaves()) {
            for (var line : SourceLine.values()) {
                for (var level : Level.values()) {
                    var rules = TABLES.evaluate(plain(category.code().value(), line, level)).rules();
                    for (var decision : RoutingDecision.values()) {
                        var matched = rules.stream().filter(rule -> rule.decision() == decision).toList();
                        if (matched.isEmpty()) {
                            missing.add(category.code() + " " + line + " " + level + " " + decision);
                        } else {
                            matched.stream().skip(1)
                                    .filter(rule -> !rule.outcome().equals(matched.getFirst().outcome()))
                                    .forEach(rule -> overlaps.computeIfAbsent(
                                            matched.getFirst().id(), id -> new LinkedHashSet<>()).add(rule.id()));
                        }
                    }
                }
            }
        }
        reporter.publishFile("routing-overlaps.txt", MediaType.TEXT_PLAIN_UTF_8, file -> Files.write(file,
                overlaps.entrySet().stream().map(rule -> rule.getKey() + " goes before " + rule.getValue()).toList()));

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 620123})
    void suggestionIsAlwaysOfKnownUnitsProceduresAndLimits(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var units = RoutingFixture.unitCodes();
        for (int i = 0; i < 1_000; i++) {
            var facts = anyFacts(random);

            var answer = TABLES.evaluate(facts);

            var context = "seed " + seed + ", round " + i + ": " + facts;
            if (answer.target().unitCode() != null) {
                assertThat(units).as(context).contains(answer.target().unitCode());
            }
            assertThat(PROCEDURES.current(answer.procedure()).clock("handle").limits())
                    .as(context).containsKey(answer.limitKey());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 77, 777})
    void domesticViolenceNeverGoesToMediation(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 300; i++) {
            var any = anyFacts(random);
            var violent = plain("0107", any.line(), any.level());
            var facts = new Facts(violent.category(), violent.branch(), any.line(), any.level(), any.people(),
                    any.amount(), any.safety(), any.redRisk(), any.chosen());

            var answer = TABLES.evaluate(facts);

            var context = "seed " + seed + ", round " + i + ": " + facts;
            assertThat(answer.target()).as(context).hasToString("UNIT:police");
            assertThat(answer.procedure().value()).as(context).isEqualTo("consultation");
            assertThat(answer.limitKey()).as(context).isNotEqualTo("mediation");
            assertThat(answer.riskCheck()).as(context).isTrue();
        }
    }

    private static Facts anyFacts(RandomGenerator random) {
        var plain = plain(
                leaves().get(random.nextInt(leaves().size())).code().value(),
                SourceLine.values()[random.nextInt(SourceLine.values().length)],
                Level.values()[random.nextInt(Level.values().length)]);
        var safety = random.nextInt(4) == 0
                ? SafetyFact.values()[random.nextInt(SafetyFact.values().length)] : null;
        var procedures = PROCEDURES.current().stream().map(Procedure::id).toList();
        var chosen = random.nextInt(3) == 0 ? procedures.get(random.nextInt(procedures.size())) : null;
        return new Facts(plain.category(), plain.branch(), plain.line(), plain.level(),
                BigDecimal.valueOf(random.nextInt(60)), BigDecimal.valueOf(random.nextLong(30_000_000), 2),
                safety, random.nextInt(8) == 0, chosen);
    }

    private static Facts involving(Facts plain, BigDecimal people, BigDecimal amount) {
        return new Facts(plain.category(), plain.branch(), plain.line(), plain.level(), people, amount, null, false, null);
    }
}
