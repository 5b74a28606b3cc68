package org.hejie.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A submission in a list. What it says is not here: it names people.
 *
 * @param line  slug of the line
 * @param state RECEIVED, REGISTERED or CONFLICT
 */
public record SubmissionRow(long id, String line, @Nullable String outsideNo, String channel, String state, Instant receivedAt,
        @Nullable Long importId, @Nullable Integer row, @Nullable Long matterId, @Nullable String matterCode) {
}
