package org.hejie.place;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The code of a grid (网格): its village's 12 digits and a sequence of 3, so 15 digits. A grid belongs
 * to exactly one village; numbers run west to east, row by row from north to south. The type of the
 * grid is not in the code.
 *
 * @param value 15 digits
 */
public record GridCode(@JsonValue String value) implements Comparable<GridCode> {

    /** Digits of a grid code. */
    public static final int DIGITS = 15;

    /** The largest number a grid can have in its village. */
    public static final int MAX_SEQUENCE = 999;

    /**
     * @throws IllegalArgumentException if it is no grid code; the message does not repeat it
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GridCode {
        Digits.require("grid code", value);
        if (value.length() != DIGITS) {
            throw new IllegalArgumentException("a grid code has 15 digits, this one has " + value.length());
        }
        if (Digits.allZero(value, AreaLevel.VILLAGE.digits())) {
            throw new IllegalArgumentException("a grid's number in its village starts at 1");
        }
        new AreaCode(value.substring(0, AreaLevel.VILLAGE.digits()));
    }

    /**
     * The grid with a number in a village.
     *
     * @param sequence 1 to 999
     * @throws IllegalArgumentException if the area is no village or the number is out of range
     */
    public static GridCode of(AreaCode village, int sequence) {
        if (village.level() != AreaLevel.VILLAGE) {
            throw new IllegalArgumentException("a grid belongs to a village, not to a " + village.level());
        }
        if (sequence < 1 || sequence > MAX_SEQUENCE) {
            throw new IllegalArgumentException("a grid's number in its village is 1 to 999");
        }
        return new GridCode(village.value() + "%03d".formatted(sequence));
    }

    /** The village the grid belongs to. */
    public AreaCode village() {
        return new AreaCode(value.substring(0, AreaLevel.VILLAGE.digits()));
    }

    /** The town the grid lies in. */
    public AreaCode town() {
        return village().town();
    }

    /** The grid's number in its village, 1 to 999. */
    public int sequence() {
        return Integer.parseInt(value.substring(AreaLevel.VILLAGE.digits()));
    }

    /** Whether the grid lies in an area, by the codes alone. */
    public boolean isWithin(AreaCode area) {
        return value.startsWith(area.value());
    }

    @Override
    public int compareTo(GridCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
