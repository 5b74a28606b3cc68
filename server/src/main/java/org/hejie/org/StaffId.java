package org.hejie.org;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Number of a member of staff; also a scope key, for what is addressed to that person alone.
 *
 * @param value given once, never used again
 */
public record StaffId(@JsonValue long value) {

    /** @throws IllegalArgumentException if not positive */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StaffId {
        if (value <= 0) {
            throw new IllegalArgumentException("a staff number is positive");
        }
    }
}
