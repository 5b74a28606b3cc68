package org.hejie.matter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hejie.calendar.BundledYears;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.HolidayYear;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.rules.RuleFinding;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleSet;
import org.hejie.rules.Rules;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@HejieTest
class HolidayRulesTest {

    private static final RuleSet OLD = new RuleSet(RuleKind.CALENDAR, "2020");
    private static final RuleSet NEXT = new RuleSet(RuleKind.CALENDAR, "2027");
    private static final String YEAR = """
            {"year": 2027, "papers": ["https://example.org/paper"],
             "holidays": [{"name": "元旦", "from": "2027-01-01", "to": "2027-01-03"}],
             "makeUpDays": [{"name": "元旦", "on": "2027-01-09"}]}
            """;

    @Autowired HolidayBook book;
    @Autowired Rules rules;
    @Autowired Calendars calendars;
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
    void aYearInOrderIsSound() {
        assertThat(book.check(NEXT, YEAR)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-09\"}, 2027-01-08\"}, MAKE_UP_ON_WORKDAY",
        "2027-01-09\"}, 2027-01-02\"}, OFF_AND_WORKED",
        "2027-01-09\"}, 2028-01-08\"}, OUTSIDE_YEAR",
        "2027-01-03, 2026-12-31, ENDS_BEFORE_BEGIN",
        "https://example.org/paper, '', NO_PAPER",
        "2027, 2028, OTHER_YEAR",
        "papers, pages, MALFORMED",
    })
    void whatIsWrongWithAYearIsSaid(String sound, String wrong, String code) {
        assertThat(book.check(NEXT, YEAR.replace(sound, wrong))).extracting(RuleFinding::code)
                .first().isEqualTo(code);
    }

    @Test
    void aYearNotAnnouncedYetIsNotSubmitted() {
        var draft = rules.draft(dispatcher, NEXT, "试");

        assertThat(rules.check(draft)).extracting(RuleFinding::code).containsExactly("NO_PAPER");
        assertThatThrownBy(() -> rules.submit(dispatcher, draft.id(), "好")).hasMessageContaining("RULES_ERRORS");
    }

    @Test
    void theDifferenceNamesTheDay() {
        assertThat(book.differences(NEXT, YEAR, YEAR.replace("01-09", "01-10"))).extracting(difference -> difference.place())
                .containsExactly("2027-01-10", "2027-01-09");
    }

    @Test
    void anApprovedYearIsPutInAtItsTime() {
        clock.setTo(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        Instant effective = clock.instant().plus(Duration.ofDays(3));
        var draft = rules.draft(dispatcher, OLD, "另有通知");
        rules.write(dispatcher, draft.id(), draft.revision(), draft.text().replaceFirst("\"papers\" : \\[", "$0 \"https://example.org/2020\","));
        Actors.as(dispatcher, () -> rules.tryOut(dispatcher, draft.id(), 100));
        rules.submit(dispatcher, draft.id(), "请批准");
        rules.approve(director, draft.id(), effective, "好");

        book.takeEffect("2020");
        assertThat(papers(2020)).doesNotContain("https://example.org/2020");

        clock.setTo(effective);
        book.takeEffect("2020");
        assertThat(papers(2020)).contains("https://example.org/2020");
        calendars.announce(bundled(2020));
    }

    private static HolidayYear bundled(int year) {
        return BundledYears.all().stream().filter(known -> known.year() == year).findFirst().orElseThrow();
    }

    private List<String> papers(int year) {
        return calendars.county().years().stream().filter(known -> known.year() == year).map(HolidayYear::papers).findFirst().orElseThrow();
    }
}
