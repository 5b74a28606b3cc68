package org.hejie.calendar;

import java.time.LocalDate;

/** A time lies before the first or after the last day the calendar reaches. */
public class OutsideCalendar extends RuntimeException {

    OutsideCalendar(LocalDate first, LocalDate last) {
        super("the calendar reaches from " + first + " to " + last);
    }
}
