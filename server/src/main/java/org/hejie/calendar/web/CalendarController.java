package org.hejie.calendar.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.Deadline;
import org.hejie.calendar.Limit;
import org.hejie.calendar.ScheduleId;
import org.hejie.shared.web.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Years and deadlines, for everyone signed in. A year is put in as a rule, by two people. */
@RestController
@RequestMapping("/api/v1/calendar")
class CalendarController {

    private final Calendars calendars;

    CalendarController(Calendars calendars) {
        this.calendars = calendars;
    }

    /** Every day of a year, whether it is announced, and by which papers. */
    @GetMapping("/years/{year}")
    YearResponse year(@PathVariable int year) {
        requireYear(year);
        return YearResponse.of(year, calendars.county());
    }

    /** When something begun then, with this limit, would be due under these hours, and why. */
    @GetMapping("/due")
    Deadline due(
            @RequestParam OffsetDateTime from,
            @RequestParam String limit,
            @RequestParam(defaultValue = "county") String schedule) {
        return calendars.calendar(scheduleId(schedule)).due(from.toInstant(), Limit.parse(limit));
    }

    static ScheduleId scheduleId(String id) {
        try {
            return new ScheduleId(id);
        } catch (IllegalArgumentException malformed) {
            throw Problem.field("schedule", "INVALID");
        }
    }

    private static void requireYear(int year) {
        if (year < LocalDate.EPOCH.getYear() || year > 2200) {
            throw Problem.field("year", "INVALID");
        }
    }
}
