package org.hejie.org;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Number of a {@link Post}.
 *
 * @param value given once, never used again
 */
public record PostId(@JsonValue long value) {

    /** @throws IllegalArgumentException if not positive */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PostId {
        if (value <= 0) {
            throw new IllegalArgumentException("a post's number is positive");
        }
    }
}
