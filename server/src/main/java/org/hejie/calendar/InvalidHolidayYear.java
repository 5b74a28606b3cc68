package org.hejie.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A year of holidays contradicts itself or is incomplete; the message names the day. */
public class InvalidHolidayYear extends IllegalArgumentException {

    /** What is wrong; the name is a stable code. */
    public enum Fault {
        /** The same day is given as a day off and as a make-up workday. */
        OFF_AND_WORKED,
        /** The same day is named twice. */
        NAMED_TWICE,
        /** The day lies neither in the year nor in the December before. */
        OUTSIDE_YEAR,
        /** A holiday ends before it begins. */
        ENDS_BEFORE_BEGIN,
        /** A holiday is longer than a month. */
        TOO_LONG,
        /** A name is empty or has more than 40 characters. */
        BAD_NAME,
        /** The year is none of this calendar. */
        BAD_YEAR,
        /** No paper is named. */
        NO_PAPER,
        /** There is no holiday at all. */
        NO_HOLIDAY
    }

    private final Fault fault;
    private final @Nullable LocalDate day;

    InvalidHolidayYear(Fault fault, LocalDate day) {
        super(day + ": " + fault);
        this.fault = fault;
        this.day = day;
    }

    InvalidHolidayYear(Fault fault, int year) {
        super(year + ": " + fault);
        this.fault = fault;
        this.day = null;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    /** The day at fault, null where the fault is the year's as a whole. */
    public @Nullable LocalDate day() {
        return day;
    }
}
