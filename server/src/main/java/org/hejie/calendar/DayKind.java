package org.hejie.calendar;

/** What a day is in law: it decides which opening hours apply. */
public enum DayKind {
    /** A legal workday (工作日): Monday to Friday unless announced off, and the make-up days (调休). */
    WORKDAY,
    /** An ordinary Saturday, outside any announced holiday. */
    SATURDAY,
    /** An ordinary Sunday, outside any announced holiday. */
    SUNDAY,
    /** A day the State Council announced as off (放假), whatever its weekday. */
    HOLIDAY
}
