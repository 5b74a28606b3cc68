package org.hejie.calendar;

import java.time.LocalDate;

/**
 * A day announced as worked to make up for a holiday (调休上班), mostly a Saturday or Sunday.
 *
 * @param name of the holiday it makes up for, such as 春节
 * @param on the day worked
 */
public record MakeUpDay(String name, LocalDate on) {

    private static final int LONGEST_NAME = 40;

    /** @throws InvalidHolidayYear when the name is empty or too long */
    public MakeUpDay {
        checkName(name, on);
    }

    static void checkName(String name, LocalDate day) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new InvalidHolidayYear(InvalidHolidayYear.Fault.BAD_NAME, day);
        }
    }
}
