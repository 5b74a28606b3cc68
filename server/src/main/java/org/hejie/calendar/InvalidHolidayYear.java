package org.hejie.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A year of holidays contradicts itself or is incomplete; the message names the day. */
public class InvalidHolidayYear extends IllegalArgumentException {

    private final @Nullable LocalDate day;

    InvalidHolidayYear(LocalDate day, String what) {
        super(day + ": " + what);
        this.day = day;
    }

    InvalidHolidayYear(int year, String what) {
        super(year + ": " + what);
        this.day = null;
    }

    /** The day at fault, null where the fault is the year's as a whole. */
    public @Nullable LocalDate day() {
        return day;
    }
}
