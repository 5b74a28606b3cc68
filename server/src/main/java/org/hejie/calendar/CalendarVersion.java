package org.hejie.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The state of all years and hours a deadline was reckoned with. Grows by at least one with every
 * change, so a deadline with an older version may have to be reckoned again.
 *
 * @param number 0 for a calendar straight from the bundled files, higher from the database
 */
public record CalendarVersion(@JsonValue long number) implements Comparable<CalendarVersion> {

    /** The bundled files alone. */
    public static final CalendarVersion BUNDLED = new CalendarVersion(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CalendarVersion {
        if (number < 0) {
            throw new IllegalArgumentException("a calendar version is not negative");
        }
    }

    @Override
    public int compareTo(CalendarVersion other) {
        return Long.compare(number, other.number);
    }
}
