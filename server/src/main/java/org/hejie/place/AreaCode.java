package org.hejie.place;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/**
 * An official division code (区划代码), hierarchical: each level's code begins with its parent's.
 * Two digits name a province, 4 a city, 6 a county, 9 a town, 12 a village.
 * Source: GB/T 2260 (6 digits), statistical code set of the NBS (town and village, 3 digits each).
 *
 * @param value the digits of its level, without padding zeros
 */
public record AreaCode(@JsonValue String value) implements Comparable<AreaCode> {

    private static final int PADDED = 12;

    /**
     * @throws IllegalArgumentException if it is no code of a level; the message does not repeat it
     */
    public AreaCode {
        Digits.require("area code", value);
        AreaLevel level = levelOf(value);
        int parentDigits = level.ordinal() == 0 ? 0 : AreaLevel.values()[level.ordinal() - 1].digits();
        if (Digits.allZero(value, parentDigits)) {
            throw new IllegalArgumentException(
                    "a " + level + " code must not end in zeros only; padded codes are read by AreaCode.parse");
        }
    }

    /**
     * Reads a code as other systems write it: with or without padding zeros, so that
     * {@code 620123100000} and {@code 620123100} are the same town.
     *
     * @throws IllegalArgumentException if it is no code of a level
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AreaCode parse(String text) {
        Digits.require("area code", text);
        String code = text;
        for (AreaLevel finer : Arrays.asList(AreaLevel.values()).reversed()) {
            int parentDigits = finer.ordinal() == 0 ? 0 : AreaLevel.values()[finer.ordinal() - 1].digits();
            if (parentDigits > 0 && code.length() == finer.digits() && Digits.allZero(code, parentDigits)) {
                code = code.substring(0, parentDigits);
            }
        }
        return new AreaCode(code);
    }

    /** The level this code's length says. */
    public AreaLevel level() {
        return levelOf(value);
    }

    /** The code one level up, empty for a province. */
    public Optional<AreaCode> parent() {
        AreaLevel level = level();
        return level == AreaLevel.PROVINCE
                ? Optional.empty()
                : Optional.of(at(AreaLevel.values()[level.ordinal() - 1]));
    }

    /**
     * The county this area is or lies in.
     *
     * @throws IllegalStateException if this is a city or a province
     */
    public AreaCode county() {
        return at(AreaLevel.COUNTY);
    }

    /**
     * The town this area is or lies in.
     *
     * @throws IllegalStateException if this area is larger than a town
     */
    public AreaCode town() {
        return at(AreaLevel.TOWN);
    }

    /**
     * This village.
     *
     * @throws IllegalStateException if this area is larger than a village
     */
    public AreaCode village() {
        return at(AreaLevel.VILLAGE);
    }

    /**
     * The area of the given level that this area is or lies in.
     *
     * @throws IllegalStateException if this area is larger than that level
     */
    public AreaCode at(AreaLevel level) {
        if (value.length() < level.digits()) {
            throw new IllegalStateException("a " + level() + " code names no " + level);
        }
        return value.length() == level.digits() ? this : new AreaCode(value.substring(0, level.digits()));
    }

    /** Whether this area is the other or a part of it, by the codes alone. */
    public boolean isWithin(AreaCode other) {
        return value.startsWith(other.value);
    }

    /** The code padded with zeros to 12 digits, as statistics and other systems write it. */
    public String padded() {
        return value + "0".repeat(PADDED - value.length());
    }

    @Override
    public int compareTo(AreaCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static AreaLevel levelOf(String value) {
        for (AreaLevel level : AreaLevel.values()) {
            if (level.digits() == value.length()) {
                return level;
            }
        }
        throw new IllegalArgumentException(
                "an area code has 2, 4, 6, 9 or 12 digits, this one has " + value.length());
    }
}
