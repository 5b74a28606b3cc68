package org.hejie.org;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Number of a {@link Unit}; also a scope key: who holds it sees the rows that carry it.
 *
 * @param value given once, never used again
 */
public record UnitId(@JsonValue long value) {

    /** @throws IllegalArgumentException if not positive */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnitId {
        if (value <= 0) {
            throw new IllegalArgumentException("a unit's number is positive");
        }
    }
}
