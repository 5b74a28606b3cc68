package org.hejie.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hejie.calendar.InvalidHolidayYear.Fault;

/**
 * The holidays of one year as the State Council announced them (国务院办公厅关于部分节假日安排的通知).
 * A year exists here only once announced: it names its paper. Days that no list holds follow the
 * week. The New Year's holiday may reach into the December before (2022-12-31 belongs to 2023).
 *
 * @param year the year announced, 1949 to 2200
 * @param papers addresses of the papers, at least one
 * @param holidays runs of days off, kept in order, neighbours of one name joined
 * @param makeUpDays days worked instead, kept in order
 */
public record HolidayYear(int year, List<String> papers, List<Holiday> holidays, List<MakeUpDay> makeUpDays) {

    /**
     * @throws InvalidHolidayYear when a day is both off and worked, is named twice or lies outside
     *     the year, or when no paper or no holiday is given
     */
    public HolidayYear {
        if (year < 1949 || year > 2200) {
            throw new InvalidHolidayYear(Fault.BAD_YEAR, year);
        }
        if (papers.isEmpty() || papers.stream().anyMatch(String::isBlank)) {
            throw new InvalidHolidayYear(Fault.NO_PAPER, year);
        }
        if (holidays.isEmpty()) {
            throw new InvalidHolidayYear(Fault.NO_HOLIDAY, year);
        }
        collect(year, holidays, makeUpDays);
        papers = List.copyOf(papers);
        holidays = joined(holidays);
        makeUpDays = makeUpDays.stream().sorted(Comparator.comparing(MakeUpDay::on)).toList();
    }

    /** Every day named, in order: off or worked, with its name. */
    Map<LocalDate, NamedDay> days() {
        return collect(year, holidays, makeUpDays);
    }

    /** One named day: off, or worked. */
    record NamedDay(String name, boolean off) {}

    private static List<Holiday> joined(List<Holiday> holidays) {
        var joined = new ArrayList<Holiday>();
        for (var next : holidays.stream().sorted(Comparator.comparing(Holiday::from)).toList()) {
            if (!joined.isEmpty() && joined.getLast().runsOnIn(next)) {
                joined.set(joined.size() - 1, new Holiday(next.name(), joined.getLast().from(), next.to()));
            } else {
                joined.add(next);
            }
        }
        return List.copyOf(joined);
    }

    private static Map<LocalDate, NamedDay> collect(int year, List<Holiday> holidays, List<MakeUpDay> makeUpDays) {
        var days = new TreeMap<LocalDate, NamedDay>();
        for (var holiday : holidays) {
            holiday.days().forEach(day -> put(days, year, day, new NamedDay(holiday.name(), true)));
        }
        for (var makeUp : makeUpDays) {
            put(days, year, makeUp.on(), new NamedDay(makeUp.name(), false));
        }
        return days;
    }

    private static void put(Map<LocalDate, NamedDay> days, int year, LocalDate day, NamedDay named) {
        if (day.isBefore(LocalDate.of(year - 1, 12, 1)) || day.getYear() > year) {
            throw new InvalidHolidayYear(Fault.OUTSIDE_YEAR, day);
        }
        var before = days.put(day, named);
        if (before != null) {
            throw new InvalidHolidayYear(before.off() == named.off() ? Fault.NAMED_TWICE : Fault.OFF_AND_WORKED, day);
        }
    }
}
