package org.hejie.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.hejie.shared.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Deadlines counted by hand from the State Council's papers (addresses in the bundled year files)
 * and the Civil Code, arts. 201 to 203. County hours: 08:30–12:00, 14:30–18:00.
 */
class KnownDeadlinesTest {

    private static final WorkCalendar calendar = BundledYears.county();

    @ParameterizedTest(name = "{0} + {1} = {2} ({3})")
    @CsvSource(delimiter = '|', textBlock = """
        # 2024 Spring Festival 02-10 to 02-17; Sundays 02-04 and 02-18 worked
        2024-02-08T10:00 | 3wd  | 2024-02-19T18:00 | the make-up Sunday after the festival counts
        2024-02-03T10:00 | 1wd  | 2024-02-04T18:00 | from a Saturday to the make-up Sunday
        2024-02-08T10:00 | 7cd  | 2024-02-18T18:00 | art. 203: the day after the festival, a Sunday worked
        2024-02-09T17:00 | 2wh  | 2024-02-18T09:30 | an hour before, an hour after the festival
        # 2020 Spring Festival prolonged to 02-02
        2020-01-22T09:00 | 5wd  | 2020-02-06T18:00 | the prolonged days do not count
        # 2022-12-31, a Saturday, is off by the paper of 2023
        2022-12-30T09:00 | 1wd  | 2023-01-03T18:00 | New Year reaches back into December
        # 2023 Mid-Autumn and National Day 09-29 to 10-06, 10-07 and 10-08 worked
        2023-09-28T17:00 | 2wd  | 2023-10-08T18:00 | both weekend days after it are worked
        # 2025 Spring Festival 01-28 to 02-04, 01-26 and 02-08 worked
        2025-01-24T09:00 | 3wd  | 2025-02-05T18:00 | Sunday 01-26, Monday 01-27, Wednesday 02-05
        # 2026
        2026-09-01T09:00 | 30cd | 2026-10-08T18:00 | art. 203: 10-01 is off, the festival ends 10-07
        2026-09-10T09:00 | 15cd | 2026-09-28T18:00 | art. 203: Mid-Autumn 09-25 to 09-27
        2026-09-18T17:00 | 0.5wd | 2026-09-20T11:00 | three and a half hours, into the make-up Sunday
        2026-09-18T17:00 | 1.5wd | 2026-09-21T12:00 | one workday, then half of the next
        2026-10-09T17:59 | 1wd  | 2026-10-10T18:00 | the make-up Saturday
        # art. 201: hours run from the start, days and months do not count the starting day
        2026-11-07T23:30 | 1h   | 2026-11-08T00:30 | through the weekend night
        2026-11-09T11:50 | 30min | 2026-11-09T12:20 | through the lunch break
        2026-11-09T11:00 | 2wh  | 2026-11-09T15:30 | not through the lunch break
        2026-11-09T00:00 | 1cd  | 2026-11-10T18:00 | the starting day does not count even when whole
        # art. 202: corresponding day, or the month's end
        2024-01-31T10:00 | 1mo  | 2024-02-29T18:00 | no 31st: the month's end, leap year
        2023-01-31T10:00 | 1mo  | 2023-02-28T18:00 | no 31st: the month's end
        2026-01-31T10:00 | 1mo  | 2026-02-28T18:00 | the month's end is a make-up Saturday
        2026-03-15T10:00 | 1mo  | 2026-04-15T18:00 | corresponding day
        2026-08-30T10:00 | 6mo  | 2027-03-01T18:00 | 28 February 2027 is a Sunday
        # the same day
        2026-11-09T17:00 | 0wd  | 2026-11-09T18:00 | before the close of business
        2026-11-09T18:00 | 0wd  | 2026-11-10T18:00 | at the close of business: the next workday
        2026-11-08T10:00 | 0wd  | 2026-11-09T18:00 | on a Sunday: the next workday
        """)
    void knownDeadlineHolds(LocalDateTime start, String limit, LocalDateTime due, String why) {
        assertThat(calendar.due(at(start), Limit.parse(limit)).dueAt()).as(why).isEqualTo(at(due));
    }

    @ParameterizedTest(name = "{0} + {1} is amber at {2}")
    @CsvSource(delimiter = '|', textBlock = """
        2026-11-09T08:00 | 10h  | 2026-11-09T15:00
        2026-11-09T08:30 | 1wd  | 2026-11-10T11:18
        2026-11-09T08:30 | 10wh | 2026-11-09T18:00
        2026-11-10T00:00 | 10cd | 2026-11-17T12:36
        """)
    void amberIsSevenTenthsOfTheAllottedTime(LocalDateTime start, String limit, LocalDateTime amber) {
        assertThat(calendar.due(at(start), Limit.parse(limit)).amberAt()).isEqualTo(at(amber));
    }

    @Test
    void hoursOpenDayAndNightEndAtMidnight() {
        var due = calendar.under(Schedule.roundTheClock()).due(at("2026-11-09T10:00"), Limit.parse("3cd"));

        assertThat(due.dueAt()).isEqualTo(at("2026-11-13T00:00"));
    }

    @Test
    void extensionOfTheSameUnitAddsToTheLimit() {
        var due = due("2026-03-02T10:00", "60cd", List.of(Limit.parse("30cd")), List.of());

        assertThat(due.dueAt()).isEqualTo(at("2026-06-01T18:00")); // 05-31, the 90th day, is a Sunday
    }

    @Test
    void extensionOfAnotherUnitRunsOnFromTheTermBefore() {
        var due = due("2026-11-09T10:00", "3cd", List.of(Limit.parse("2wd")), List.of());

        assertThat(due.dueAt()).isEqualTo(at("2026-11-16T18:00")); // Thursday 12, then Friday and Monday
    }

    @Test
    void aWorkdayPausedAtItsEndDoesNotCount() {
        var appraisal = new Pause(at("2026-11-10T09:00"), at("2026-11-12T09:00"), "APPRAISAL");

        var due = due("2026-11-09T10:00", "3wd", List.of(), List.of(appraisal));

        assertThat(due.dueAt()).isEqualTo(at("2026-11-16T18:00")); // 10 and 11 do not count; 12, 13, 16
    }

    @Test
    void workingHoursStandStillDuringAPause() {
        var appraisal = new Pause(at("2026-11-09T11:00"), at("2026-11-10T15:00"), "APPRAISAL");

        var due = due("2026-11-09T10:00", "2wh", List.of(), List.of(appraisal));

        assertThat(due.dueAt()).isEqualTo(at("2026-11-10T16:00"));
    }

    @Test
    void aPauseAfterTheEndChangesNothing() {
        var later = new Pause(at("2026-11-20T09:00"), at("2026-11-27T09:00"), "COURT");

        var due = due("2026-11-09T10:00", "3wd", List.of(), List.of(later));

        assertThat(due.dueAt()).isEqualTo(at("2026-11-12T18:00"));
    }

    static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(Times.ZONE).toInstant();
    }

    private static Deadline due(String start, String limit, List<Limit> extensions, List<Pause> pauses) {
        return calendar.due(at(start), Limit.parse(limit), extensions, pauses);
    }
}
