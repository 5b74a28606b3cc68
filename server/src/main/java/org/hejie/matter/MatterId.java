package org.hejie.matter;

import com.fasterxml.jackson.annotation.JsonValue;

/** The id of one matter. */
public record MatterId(@JsonValue long value) {

    /** The scope key of the resident's door: sees this matter and nothing else. */
    public long residentKey() {
        return -value;
    }
}
