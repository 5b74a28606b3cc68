package org.hejie.calendar;

import java.time.LocalDate;

/**
 * A run of days announced as off under one name (放假), weekends inside it included.
 *
 * @param name as in the paper, such as 春节
 * @param from the first day off
 * @param to the last day off, never before {@code from}, at most 31 days long
 */
public record Holiday(String name, LocalDate from, LocalDate to) {

    private static final int LONGEST = 31;

    public Holiday {
        MakeUpDay.checkName(name, from);
        if (to.isBefore(from)) {
            throw new InvalidHolidayYear(from, "holiday ends on " + to + ", before it begins");
        }
        if (!to.isBefore(from.plusDays(LONGEST))) {
            throw new InvalidHolidayYear(from, "holiday is longer than " + LONGEST + " days");
        }
    }
}
