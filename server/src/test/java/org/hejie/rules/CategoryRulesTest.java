package org.hejie.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.Categories;
import org.hejie.matter.category.CategoryCode;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.party.NewParty;
import org.hejie.place.AreaCode;
import org.hejie.routing.Routing;
import org.hejie.routing.RoutingQuestion;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HejieTest
class CategoryRulesTest {

    private static final RuleSet CATEGORIES = new RuleSet(RuleKind.CATEGORIES, "categories");
    private static final CategoryCode WAGES = new CategoryCode("0401");

    @Autowired Rules rules;
    @Autowired Trials trials;
    @Autowired Categories categories;
    @Autowired Routing routing;
    @Autowired Matters matters;
    @Autowired TestStaff staff;
    @Autowired TestClock clock;

    private Actor dispatcher;
    private Actor director;

    @BeforeEach
    void people() {
        dispatcher = staff.dispatcher().actor();
        director = staff.director().actor();
    }

    @AfterEach
    void settle() {
        clock.reset();
        rules.standings().stream().flatMap(standing -> standing.open().stream()).forEach(open -> rules.discard(dispatcher, open.id()));
        rules.standings().stream().flatMap(standing -> standing.coming().stream())
                .forEach(coming -> rules.withdraw(director, coming.id(), "aside"));
    }

    @Test
    void aNewNameHoldsFromItsTimeOnAndOldMattersKeepTheirs() {
        var question = RoutingQuestion.of(WAGES, SourceLine.WINDOW, null, new AreaCode("620123104"));
        var unit = routing.suggest(question).target();
        clock.setTo(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        Instant before = clock.instant();
        Instant effective = before.plus(Duration.ofDays(3));
        var draft = drafted(text -> text.replace("0401,农民工欠薪,", "0401,务工人员欠薪,"));
        Actors.as(dispatcher, () -> rules.tryOut(dispatcher, draft.id(), 100));
        rules.submit(dispatcher, draft.id(), "请批准");

        rules.approve(director, draft.id(), effective, "好");

        assertThat(categories.get(WAGES).zh()).isEqualTo("农民工欠薪");
        clock.setTo(effective);
        assertThat(categories.get(WAGES).zh()).isEqualTo("务工人员欠薪");
        assertThat(categories.find(WAGES, before).orElseThrow().zh()).isEqualTo("农民工欠薪");
        assertThat(routing.suggest(question).target()).isEqualTo(unit);
    }

    @Test
    void theDifferenceNamesTheCode() {
        var draft = drafted(text -> text.replace("0401,农民工欠薪,", "0401,务工人员欠薪,"));

        assertThat(rules.differences(draft)).extracting(RuleDifference::place).containsExactly("0401");
    }

    @Test
    void aRetiredCategoryThatARoutingRuleNamesIsAnError() {
        var draft = drafted(text -> retire(text, "0401", "0402"));

        assertThat(codes(draft)).containsExactly("RETIRED_ROUTED");
        assertThat(rules.check(draft).getFirst().zh()).contains("R16");
    }

    @Test
    void aRetiredCategoryNeedsASuccessorThatIsOffered() {
        assertThat(codes(drafted(text -> retire(text, "0103", "0199")))).contains("SUCCESSOR_UNKNOWN");
    }

    @Test
    void aCodeIsNeverTakenAway() {
        assertThat(codes(drafted(text -> text.replaceAll("(?m)^0103,.*\\R", "")))).contains("REMOVED");
    }

    @Test
    void aCodeWrittenTwiceIsAnErrorAtItsLine() {
        var draft = drafted(text -> text.stripTrailing() + "\n0102,抚养,Child support,,,,,,17,,,2020-01-01,,1\n");

        assertThat(rules.check(draft)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("LINE");
            assertThat(finding.line()).isGreaterThan(100);
        });
    }

    @Test
    void aCodeOfAnotherFormIsAnError() {
        assertThat(codes(drafted(text -> text.stripTrailing() + "\n04A1,某,Some,,,,,,,,,2027-01-01,,1\n"))).containsExactly("LINE");
    }

    @Test
    void theTrialCountsRoutingRowsThatWouldMatchNoLonger() {
        var parking = Actors.as(staff.windowClerk().actor(), () -> matters.register(new RegisterMatter(SourceLine.HOTLINE, "P-" + System.nanoTime(), null, null,
                "停车", "两户为车位有争议。", "0703", null, new Place(null, "620123104", null, null, null), null, 2, null, null,
                List.of(new Participant(PartyRole.APPLICANT, NewParty.person("王小民"))), null, List.of())));
        var draft = drafted(text -> retire(text, "0703", "0201"));

        var trial = Actors.as(dispatcher, () -> rules.tryOut(dispatcher, draft.id(), 1_000));

        assertThat(trial.shown().groups()).filteredOn(group -> group.aspect() == Trial.Aspect.ROUTING_ROW).isNotEmpty().allSatisfy(group -> {
            assertThat(group.to().en()).isEqualTo("matches no longer");
            assertThat(Actors.as(dispatcher, () -> trials.matters(dispatcher, trial.id(), group.number(), null, 200)).items())
                    .extracting(TriedMatter::matterId).contains(parking.id().value());
        });
    }

    private List<String> codes(RuleVersion draft) {
        return rules.check(draft).stream().filter(RuleFinding::isError).map(RuleFinding::code).toList();
    }

    private RuleVersion drafted(UnaryOperator<String> change) {
        var draft = rules.draft(dispatcher, CATEGORIES, "试");
        return rules.write(dispatcher, draft.id(), draft.revision(), change.apply(draft.text()));
    }

    /** Gives a category its last day and a successor; the column of successors is put in beside. */
    private static String retire(String text, String code, String successor) {
        var lines = text.lines().map(line -> line.startsWith("code,") ? line + ",successor"
                : line.startsWith(code + ",") ? line.replaceFirst(",,(\\d+)$", ",2027-01-01,$1," + successor) : line + ",");
        return String.join("\n", lines.toList()) + "\n";
    }
}
