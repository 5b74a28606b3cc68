package org.hejie.calendar;

/** A schedule of hours cannot be kept as given. */
public class InvalidSchedule extends IllegalArgumentException {

    /** What is wrong; the name is a stable code. */
    public enum Fault {
        /** The name is empty or has more than 80 characters. */
        BAD_NAME,
        /** There are no hours at all. */
        NO_HOURS,
        /** Workdays have no hours. */
        CLOSED_ON_WORKDAYS,
        /** Hours of one day touch or overlap. */
        OVERLAP,
        /** Hours end before they begin, leave the day or are not whole minutes. */
        BAD_SPAN,
        /** Two records of hours begin on the same day. */
        SAME_DAY_TWICE
    }

    private final Fault fault;

    InvalidSchedule(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }
}
