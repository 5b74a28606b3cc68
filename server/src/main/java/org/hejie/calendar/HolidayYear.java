package org.hejie.calendar;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The holidays of one year as the State Council announced them (国务院办公厅关于部分节假日安排的通知).
 * A year exists here only once announced: it names its paper. Days that no list holds follow the
 * week. The New Year's holiday may reach into the December before (2022-12-31 belongs to 2023).
 *
 * @param year the year announced, 1949 to 2200
 * @param papers addresses of the papers, at least one
 * @param holidays runs of days off, in any order
 * @param makeUpDays days worked instead, in any order
 */
public record HolidayYear(int year, List<String> papers, List<Holiday> holidays, List<MakeUpDay> makeUpDays) {

    /**
     * @throws InvalidHolidayYear when a day is both off and worked, is named twice or lies outside
     *     the year, or when no paper or no holiday is given
     */
    public HolidayYear {
        if (year < 1949 || year > 2200) {
            throw new InvalidHolidayYear(year, "not a year of this calendar");
        }
        if (papers.isEmpty() || papers.stream().anyMatch(String::isBlank)) {
            throw new InvalidHolidayYear(year, "an announced year names its papers");
        }
        if (holidays.isEmpty()) {
            throw new InvalidHolidayYear(year, "an announced year has holidays");
        }
        papers = List.copyOf(papers);
        holidays = List.copyOf(holidays);
        makeUpDays = List.copyOf(makeUpDays);
        collect(year, holidays, makeUpDays);
    }

    /** Every day named, in the order given: off or worked, with its name. */
    Map<LocalDate, NamedDay> days() {
        return collect(year, holidays, makeUpDays);
    }

    /** One named day: off, or worked. */
    record NamedDay(String name, boolean off) {}

    private static Map<LocalDate, NamedDay> collect(int year, List<Holiday> holidays, List<MakeUpDay> makeUpDays) {
        var days = new LinkedHashMap<LocalDate, NamedDay>();
        for (var holiday : holidays) {
            for (var day = holiday.from(); !day.isAfter(holiday.to()); day = day.plusDays(1)) {
                put(days, year, day, new NamedDay(holiday.name(), true));
            }
        }
        for (var makeUp : makeUpDays) {
            put(days, year, makeUp.on(), new NamedDay(makeUp.name(), false));
        }
        return days;
    }

    private static void put(Map<LocalDate, NamedDay> days, int year, LocalDate day, NamedDay named) {
        var lastDecember = LocalDate.of(year - 1, 12, 1);
        if (day.isBefore(lastDecember) || day.getYear() > year) {
            throw new InvalidHolidayYear(day, "is no day of " + year);
        }
        var before = days.put(day, named);
        if (before != null) {
            throw new InvalidHolidayYear(
                    day,
                    before.off() == named.off()
                            ? "is named twice"
                            : "is given both as a day off and as a make-up workday");
        }
    }
}
