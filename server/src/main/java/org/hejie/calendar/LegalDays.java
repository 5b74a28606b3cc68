package org.hejie.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every day from ten years before the first announced year to ten years after the last, with what
 * it is in law. Days of years not announced follow the week, and {@link #unannounced} says so.
 */
final class LegalDays {

    private static final int REACH_YEARS = 10;

    /**
     * From here on the next year's paper may still take a day for New Year: 2018-12-29 was worked
     * and 2018-12-31 off by the paper for 2019.
     */
    private static final int OPEN_FROM_DECEMBER = 24;

    private final LocalDate first;
    private final DayKind[] kinds;
    private final Map<LocalDate, String> names;
    private final Map<Integer, HolidayYear> years;

    private LegalDays(LocalDate first, DayKind[] kinds, Map<LocalDate, String> names, Map<Integer, HolidayYear> years) {
        this.first = first;
        this.kinds = kinds;
        this.names = names;
        this.years = years;
    }

    /** Years in any order; where two years name the same day, the later paper holds. */
    static LegalDays of(Collection<HolidayYear> announced) {
        if (announced.isEmpty()) {
            throw new IllegalArgumentException("a calendar has at least one announced year");
        }
        var years = new TreeMap<Integer, HolidayYear>();
        announced.stream().sorted(Comparator.comparing(HolidayYear::year)).forEach(year -> years.put(year.year(), year));
        var first = LocalDate.of(years.firstKey() - REACH_YEARS, 1, 1);
        var end = LocalDate.of(years.lastKey() + REACH_YEARS + 1, 1, 1);
        var kinds = new DayKind[(int) ChronoUnit.DAYS.between(first, end)];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = byTheWeek(first.plusDays(i).getDayOfWeek());
        }
        var names = new HashMap<LocalDate, String>();
        for (var year : years.values()) {
            year.days().forEach((day, named) -> {
                kinds[(int) ChronoUnit.DAYS.between(first, day)] = named.off() ? DayKind.HOLIDAY : DayKind.WORKDAY;
                names.put(day, named.name());
            });
        }
        return new LegalDays(first, kinds, names, years);
    }

    int size() {
        return kinds.length;
    }

    LocalDate day(int index) {
        return first.plusDays(index);
    }

    /** @throws OutsideCalendar when the calendar does not reach the day */
    int index(LocalDate day) {
        long index = ChronoUnit.DAYS.between(first, day);
        if (index < 0 || index >= kinds.length) {
            throw outside();
        }
        return (int) index;
    }

    OutsideCalendar outside() {
        return new OutsideCalendar(first, day(kinds.length - 1));
    }

    DayKind kind(int index) {
        return kinds[index];
    }

    /** The holiday's name, of the day off or of the make-up day; null for an ordinary day. */
    @Nullable String name(LocalDate day) {
        return names.get(day);
    }

    /** The years announced, in order. */
    List<HolidayYear> years() {
        return List.copyOf(years.values());
    }

    /** The years not announced that could still change a day from {@code from} to {@code to}, both included. */
    NavigableSet<Integer> unannounced(LocalDate from, LocalDate to) {
        var open = new TreeSet<Integer>();
        for (int year = from.getYear(); year <= to.getYear() + 1; year++) {
            var begins = LocalDate.of(year - 1, 12, OPEN_FROM_DECEMBER);
            if (!years.containsKey(year) && !to.isBefore(begins)) {
                open.add(year);
            }
        }
        return open;
    }

    private static DayKind byTheWeek(DayOfWeek day) {
        return switch (day) {
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> DayKind.WORKDAY;
            case SATURDAY -> DayKind.SATURDAY;
            case SUNDAY -> DayKind.SUNDAY;
        };
    }
}
