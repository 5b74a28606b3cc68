package org.hejie.calendar;

/** No schedule of opening hours has this id. */
public class UnknownSchedule extends RuntimeException {

    /** Names the schedule asked for: an id of our own, never a person's data. */
    public UnknownSchedule(ScheduleId id) {
        super("no schedule " + id.value());
    }
}
