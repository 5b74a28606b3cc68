package org.hejie.calendar;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * A run of days announced as off under one name (放假), weekends inside it included.
 *
 * @param name as in the paper, such as 春节
 * @param from the first day off
 * @param to the last day off, never before {@code from}, at most 31 days long
 */
public record Holiday(String name, LocalDate from, LocalDate to) {

    private static final int LONGEST = 31;

    /** @throws InvalidHolidayYear when the name or the days are not as above */
    public Holiday {
        MakeUpDay.checkName(name, from);
        if (to.isBefore(from)) {
            throw new InvalidHolidayYear(InvalidHolidayYear.Fault.ENDS_BEFORE_BEGIN, from);
        }
        if (!to.isBefore(from.plusDays(LONGEST))) {
            throw new InvalidHolidayYear(InvalidHolidayYear.Fault.TOO_LONG, from);
        }
    }

    /** Each day off, in order. */
    public Stream<LocalDate> days() {
        return from.datesUntil(to.plusDays(1));
    }

    boolean runsOnIn(Holiday next) {
        return next.name.equals(name) && next.from.equals(to.plusDays(1));
    }
}
