package org.hejie.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names a schedule of opening hours. Units refer to schedules by it; many units may share one.
 *
 * @param value 1 to 40 lower-case letters, digits and hyphens, such as {@code county}
 */
public record ScheduleId(@JsonValue String value) {

    // Before the two ids below, which are checked against it.
    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

    /** The hours of the county centre: what a unit keeps unless it says otherwise. */
    public static final ScheduleId COUNTY = new ScheduleId("county");

    /** Open day and night, every day of the year: duty desks and hotlines. */
    public static final ScheduleId ROUND_THE_CLOCK = new ScheduleId("round-the-clock");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ScheduleId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a schedule id has 1 to 40 of a-z, 0-9 and inner hyphens");
        }
    }
}
