package org.hejie.matter.supervision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hejie.matter.Act;
import org.hejie.matter.Matters;
import org.hejie.matter.supervision.Supervised;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.rules.RuleDifference;
import org.hejie.rules.RuleFinding;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleSet;
import org.hejie.rules.Rules;
import org.hejie.rules.Trial.Aspect;
import org.hejie.rules.TrialRow;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules of supervision as a rule set. */
@HejieTest
class SupervisionRulesTest {

    private static final RuleSet SUPERVISION = new RuleSet(RuleKind.SUPERVISION, "supervision");

    @Autowired SupervisionBook book;
    @Autowired SupervisionRules inForce;
    @Autowired Rules rules;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired TestStaff staff;
    @Autowired TestClock clock;

    private final String shipped = SupervisionBook.shippedText();
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
    void theShippedRulesHaveNoErrorAndSayWhatIsNotVerified() {
        assertThat(book.check(SUPERVISION, shipped)).isNotEmpty().allMatch(finding -> finding.code().equals("UNVERIFIED"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "clocks: [handle], after: 5wd | clocks: [cooking], after: 5wd | CLOCK_UNKNOWN",
        "clocks: [handle]}            | clocks: [handle], after: 9wd} | GRAVER_FIRST",
        "level: NOTICE                | level: GREEN                  | INVALID",
    })
    void whatContradictsItselfIsAnError(String right, String wrong, String code) {
        assertThat(book.check(SUPERVISION, shipped.replace(right, wrong))).filteredOn(RuleFinding::isError)
                .extracting(RuleFinding::code).first().isEqualTo(code);
    }

    @Test
    void theTrialTellsHowManyCardsWouldHaveBeenIssued() {
        var trouble = new Supervised(matters, county, county.dispatcher(312));
        Actor clerk = staff.department("housing").actor();
        trouble.act(clerk, new Act.Sign(null));
        clock.advance(Duration.ofDays(14));

        List<TrialRow> rows = new ArrayList<>();

        var trial = Actors.as(trouble.dispatcher, () -> book.trial(SUPERVISION, shipped,
                shipped.replace("clocks: [handle]}", "clocks: [handle], after: 30wd}").replace("after: 5wd", "after: 40wd"), 1_000,
                rows::add));

        assertThat(trial.groups()).filteredOn(group -> group.aspect() == Aspect.CARD
                && rows.stream().anyMatch(row -> row.group() == group.number() && row.rule().equals("OVERDUE"))).singleElement().satisfies(group -> {
            assertThat(group.from().en()).isEqualTo("YELLOW: Handling overdue");
            assertThat(group.to().en()).isEqualTo("none");
            assertThat(rows).filteredOn(row -> row.group() == group.number()).hasSize(group.count())
                    .extracting(TrialRow::matter).contains(trouble.matter.value());
        });
        assertThat(trial.figures().getFirst().what().en()).isEqualTo("all cards");
        assertThat(trial.figures().getFirst().inForce()).isGreaterThan(trial.figures().getFirst().draft());
    }

    @Test
    void theDifferenceNamesTheRule() {
        assertThat(book.differences(SUPERVISION, shipped, shipped.replace("count: 2", "count: 4")))
                .extracting(RuleDifference::place).containsExactly("SECOND_RETURN");
    }

    @Test
    void otherThresholdsHoldFromTheirTimeOn() {
        clock.setTo(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        Instant effective = clock.instant().plus(Duration.ofDays(3));
        var draft = rules.draft(dispatcher, SUPERVISION, "试");
        rules.write(dispatcher, draft.id(), draft.revision(), draft.text().replace("share: 10", "share: 20"));
        Actors.as(dispatcher, () -> rules.tryOut(dispatcher, draft.id(), 10));
        rules.submit(dispatcher, draft.id(), "请批准");
        rules.approve(director, draft.id(), effective, "好");

        assertThat(inForce.now().sample().share()).isEqualTo(10);
        clock.setTo(effective);
        assertThat(inForce.now().sample().share()).isEqualTo(20);
        assertThat(inForce.now().version()).isEqualTo(draft.number());
    }
}
