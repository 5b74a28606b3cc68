package org.hejie.calendar.web;

import java.time.LocalDate;
import java.util.List;
import org.hejie.calendar.CalendarVersion;
import org.hejie.calendar.DayKind;
import org.hejie.calendar.Holiday;
import org.hejie.calendar.HolidayYear;
import org.hejie.calendar.MakeUpDay;
import org.hejie.calendar.WorkCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A year with all its days.
 *
 * @param announced whether its paper is in; if not, days off are assumed to be the weekends
 * @param papers addresses of the papers, empty when not announced
 */
record YearResponse(
        int year,
        boolean announced,
        CalendarVersion version,
        List<String> papers,
        List<Holiday> holidays,
        List<MakeUpDay> makeUpDays,
        List<Day> days) {

    /** @param provisional whether a paper still to come may change the day */
    record Day(LocalDate on, DayKind kind, @Nullable String name, boolean provisional) {}

    static YearResponse of(int year, WorkCalendar calendar) {
        var announced = calendar.years().stream().filter(known -> known.year() == year).findFirst();
        var days = LocalDate.of(year, 1, 1)
            .datesUntil(LocalDate.of(year + 1, 1, 1))
            .map(day -> new Day(day, calendar.kind(day), calendar.name(day).orElse(null), calendar.isProvisional(day)))
            .toList();
        return new YearResponse(
            year,
            announced.isPresent(),
            calendar.version(),
            announced.map(HolidayYear::papers).orElse(List.of()),
            announced.map(HolidayYear::holidays).orElse(List.of()),
            announced.map(HolidayYear::makeUpDays).orElse(List.of()),
            days);
    }
}
