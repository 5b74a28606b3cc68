package org.hejie.calendar;

import java.time.Instant;
import java.util.List;

/**
 * When something is due, and how that was found.
 *
 * @param dueAt the end of the term: not yet overdue at this instant, overdue after it
 * @param amberAt when seven tenths of the allotted time are used, to the second below, pauses not
 *     counted: working time for limits in working hours or workdays, else elapsed time. Reckoned in
 *     seconds, not in whole units, so that a limit of one day is not amber from its start
 * @param trace the steps, in order
 * @param version the calendar's state it was reckoned with
 * @param provisional whether a year not announced yet could change it; the trace names the years
 */
public record Deadline(
        Instant dueAt, Instant amberAt, List<TraceStep> trace, CalendarVersion version, boolean provisional) {

    public Deadline {
        if (amberAt.isAfter(dueAt)) {
            throw new IllegalArgumentException("a deadline is amber before it is due");
        }
        trace = List.copyOf(trace);
    }
}
