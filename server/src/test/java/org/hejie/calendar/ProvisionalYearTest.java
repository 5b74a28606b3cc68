package org.hejie.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hejie.calendar.KnownDeadlinesTest.at;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 2027 is not announced in the bundled files: said, not guessed. */
class ProvisionalYearTest {

    private static final WorkCalendar calendar = BundledYears.county();

    @Test
    void aDeadlineInAYearNotAnnouncedIsProvisional() {
        assertThat(calendar.due(at("2027-02-01T10:00"), Limit.parse("5wd")).provisional()).isTrue();
    }

    @Test
    void theTraceNamesTheYearNotAnnounced() {
        assertThat(calendar.due(at("2026-12-28T10:00"), Limit.parse("5wd")).trace())
                .contains(new TraceStep.Unannounced(List.of(2027)));
    }

    @Test
    void daysOffOfAYearNotAnnouncedAreTheWeekends() {
        assertThat(calendar.due(at("2027-04-30T10:00"), Limit.parse("1wd")).dueAt())
                .isEqualTo(at("2027-05-03T18:00"));
    }

    @Test
    void aDeadlineWithinAnnouncedDaysIsFirm() {
        assertThat(calendar.due(at("2026-12-22T10:00"), Limit.parse("1wd")).provisional()).isFalse();
    }

    @Test
    void theLastDaysOfDecemberAreStillOpenToTheNextPaper() {
        assertThat(calendar.due(at("2026-12-23T10:00"), Limit.parse("1wd")).provisional()).isTrue();
    }

    @Test
    void elapsedHoursNeedNoHolidays() {
        assertThat(calendar.due(at("2027-02-01T10:00"), Limit.parse("24h")).provisional()).isFalse();
    }

    @Test
    void announcingTheYearMovesTheDeadlineAndMakesItFirm() {
        var labourDay = new Holiday("劳动节", LocalDate.of(2027, 5, 1), LocalDate.of(2027, 5, 5));
        var years = new ArrayList<>(BundledYears.all());
        years.add(new HolidayYear(2027, List.of("https://example.org/2027"), List.of(labourDay), List.of()));
        var announced = WorkCalendar.of(years, Schedule.county(), new CalendarVersion(2));

        var deadline = announced.due(at("2027-04-30T10:00"), Limit.parse("1wd"));

        assertThat(deadline).extracting(Deadline::dueAt, Deadline::provisional, Deadline::version)
                .containsExactly(at("2027-05-06T18:00"), false, new CalendarVersion(2));
    }
}
