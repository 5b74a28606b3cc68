package org.hejie.matter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.Holiday;
import org.hejie.calendar.HolidayYear;
import org.hejie.calendar.MakeUpDay;
import org.hejie.calendar.Schedule;
import org.hejie.calendar.ScheduleId;
import org.hejie.calendar.TimeSpan;
import org.hejie.calendar.WorkCalendar;
import org.hejie.matter.Matters;
import org.hejie.matter.supervision.Supervised;
import org.hejie.org.Actors;
import org.hejie.rules.Trial.Aspect;
import org.hejie.rules.Trial.TrialGroup;
import org.hejie.rules.Trial;
import org.hejie.rules.TrialRow;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A matter dispatched on a Monday, due seven workdays later, and what other days and hours would make of it. */
@HejieTest
class DeadlineTrialTest {

    /** Seven workdays after Monday 2026-12-07 end on Wednesday 2026-12-16 at six. */
    private static final Instant MONDAY = Instant.parse("2026-12-07T02:00:00Z");
    private static final LocalDate NEXT_MONDAY = LocalDate.of(2026, 12, 14);
    private static final LocalDate SATURDAY = LocalDate.of(2026, 12, 12);

    @Autowired DeadlineTrial trial;
    private final List<TrialRow> rows = new ArrayList<>();
    @Autowired Calendars calendars;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired TestClock clock;

    private Supervised matter;

    @BeforeEach
    void dispatched() {
        clock.setTo(MONDAY);
        matter = new Supervised(matters, county, county.dispatcher(312));
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aDayOffMovesTheOpenDeadlineByOneDay() {
        assertThat(of(Aspect.DEADLINE, withDayOff())).extracting(group -> group.to().en()).containsExactly("1 d later");
    }

    @Test
    void aSaturdayWorkedMovesTheOpenDeadlineAhead() {
        assertThat(of(Aspect.DEADLINE, withSaturdayWorked())).extracting(group -> group.to().en()).containsExactly("1 d earlier");
    }

    @Test
    void whatIsOverdueWouldBeInTimeWithADayOff() {
        clock.setTo(Instant.parse("2026-12-16T23:00:00Z"));

        assertThat(of(Aspect.IN_TIME, withDayOff())).hasSize(1);
        assertThat(of(Aspect.OVERDUE, withDayOff())).isEmpty();
    }

    @Test
    void whatIsInTimeWouldBeOverdueWithASaturdayWorked() {
        clock.setTo(Instant.parse("2026-12-15T23:00:00Z"));

        assertThat(of(Aspect.OVERDUE, withSaturdayWorked())).hasSize(1);
        assertThat(of(Aspect.IN_TIME, withSaturdayWorked())).isEmpty();
    }

    @Test
    void shorterHoursMoveTheDeadlineByHours() {
        var trial = Actors.as(matter.dispatcher, () -> this.trial.run(calendar -> calendar.under(Schedule.weekdays(
                ScheduleId.COUNTY, "县综治中心", TimeSpan.of(LocalTime.of(8, 30), LocalTime.of(16, 0)))), 100, rows::add));

        assertThat(groups(trial, Aspect.DEADLINE)).extracting(group -> group.to().en()).contains("2.0 h earlier");
    }

    @Test
    void nothingMovesWithTheDaysInForce() {
        var trial = Actors.as(matter.dispatcher, () -> this.trial.run(calendar -> calendar, 100, rows::add));

        assertThat(trial.matters()).isPositive();
        assertThat(trial.groups()).isEmpty();
    }

    private List<TrialGroup> of(Aspect aspect, HolidayYear draft) {
        rows.clear();
        return groups(Actors.as(matter.dispatcher, () -> trial.run(calendar -> with(calendar, draft), 100, rows::add)), aspect);
    }

    /** Those of the aspect in which the handling clock of the matter is. */
    private List<TrialGroup> groups(Trial trial, Aspect aspect) {
        return trial.groups().stream().filter(group -> group.aspect() == aspect && rows.stream().anyMatch(row ->
                row.group() == group.number() && row.matter() == matter.matter.value() && row.rule().equals("handle"))).toList();
    }

    private static WorkCalendar with(WorkCalendar calendar, HolidayYear year) {
        List<HolidayYear> years = new ArrayList<>(calendar.years());
        years.removeIf(known -> known.year() == year.year());
        years.add(year);
        return WorkCalendar.of(years, calendar.schedule(), calendar.version());
    }

    private HolidayYear withDayOff() {
        var year = year();
        List<Holiday> holidays = new ArrayList<>(year.holidays());
        holidays.add(new Holiday("试", NEXT_MONDAY, NEXT_MONDAY));
        return new HolidayYear(2026, year.papers(), holidays, year.makeUpDays());
    }

    private HolidayYear withSaturdayWorked() {
        var year = year();
        List<MakeUpDay> worked = new ArrayList<>(year.makeUpDays());
        worked.add(new MakeUpDay("试", SATURDAY));
        return new HolidayYear(2026, year.papers(), year.holidays(), worked);
    }

    private HolidayYear year() {
        return calendars.county().years().stream().filter(known -> known.year() == 2026).findFirst().orElseThrow();
    }
}
