package org.hejie.matter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.DayKind;
import org.hejie.calendar.ScheduleId;
import org.hejie.calendar.TimeSpan;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.rules.RuleDifference;
import org.hejie.rules.RuleFinding;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleSet;
import org.hejie.rules.RuleVersion;
import org.hejie.rules.Rules;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@HejieTest
class HoursRulesTest {

    private static final RuleSet HOURS = new RuleSet(RuleKind.HOURS, "hours");
    private static final ScheduleId DUTY = new ScheduleId("duty");

    @Autowired HoursBook book;
    @Autowired Rules rules;
    @Autowired Calendars calendars;
    @Autowired TestStaff staff;

    private Actor dispatcher;
    private Actor director;

    @BeforeEach
    void people() {
        dispatcher = staff.dispatcher().actor();
        director = staff.director().actor();
    }

    @AfterEach
    void settle() {
        rules.standings().stream().flatMap(standing -> standing.open().stream()).forEach(open -> rules.discard(dispatcher, open.id()));
    }

    @Test
    void theHoursInForceAreSound() {
        assertThat(book.check(HOURS, shipped())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'WORKDAY,08:30,12:00', 'WORKDAY,12:30,12:00', BAD_SPAN",
        "'WORKDAY,14:30,18:00', 'WORKDAY,11:00,18:00', OVERLAP",
        "'WORKDAY,08:30,12:00', 'WORKDAY,8 o clock,12:00', BAD_TIME",
        "'WORKDAY,08:30,12:00', 'MONDAY,08:30,12:00', BAD_ROW",
        "'county,县综治中心,2000-01-01,WORKDAY,08:30', 'county,中心,2000-01-01,WORKDAY,08:30', NAMES",
        "'county,', 'town,', REMOVED",
        "'schedule,', 'id,', MALFORMED",
    })
    void whatIsWrongWithHoursIsSaid(String sound, String wrong, String code) {
        assertThat(book.check(HOURS, shipped().replace(sound, wrong))).filteredOn(RuleFinding::isError)
                .extracting(RuleFinding::code).first().isEqualTo(code);
    }

    @Test
    void closedWorkdaysAreAnErrorAtTheirLine() {
        var text = shipped() + "night,夜班,2026-11-01,SATURDAY,20:00,00:00\n";

        assertThat(book.check(HOURS, text)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("CLOSED_ON_WORKDAYS");
            assertThat(finding.line()).isEqualTo((int) shipped().lines().count() + 1);
        });
    }

    @Test
    void hoursOfTwoHoursADayAreAskedAbout() {
        assertThat(book.check(HOURS, shipped() + "short,短,2099-11-01,WORKDAY,09:00,11:00\n"))
                .extracting(RuleFinding::code).containsExactly("UNUSUAL_DAY");
    }

    @Test
    void theDifferenceNamesTheScheduleAndItsDay() {
        assertThat(book.differences(HOURS, shipped(), shipped().replace("WORKDAY,14:30,18:00", "WORKDAY,14:00,17:30")))
                .singleElement().satisfies(difference -> {
                    assertThat(difference.kind()).isEqualTo(RuleDifference.Kind.CHANGED);
                    assertThat(difference.place()).isEqualTo("county 2000-01-01");
                });
    }

    @Test
    void newHoursApprovedByASecondPersonArePutIn() {
        var draft = drafted(shipped() + "duty,值班,%s,WORKDAY,09:00,17:00\n".formatted(LocalDate.of(2099, 1, 1)));
        Actors.as(dispatcher, () -> rules.tryOut(dispatcher, draft.id(), 100));
        rules.submit(dispatcher, draft.id(), "请批准");
        assertThat(calendars.schedules()).extracting(schedule -> schedule.id()).doesNotContain(DUTY);

        rules.approve(director, draft.id(), null, "好");
        book.takeEffect();

        assertThat(calendars.calendar(DUTY).schedule().hours().getFirst().on(DayKind.WORKDAY))
                .isEqualTo(List.of(TimeSpan.of(LocalTime.of(9, 0), LocalTime.of(17, 0))));
    }

    private String shipped() {
        return HoursTable.write(calendars.schedules());
    }

    private RuleVersion drafted(String text) {
        var draft = rules.draft(dispatcher, HOURS, "试");
        return rules.write(dispatcher, draft.id(), draft.revision(), text);
    }
}
