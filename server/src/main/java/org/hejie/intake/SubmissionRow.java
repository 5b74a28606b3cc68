package org.hejie.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A submission in a list. What it says is not here: it names people.
 *
 * @param line      slug of the line
 * @param row       of the spreadsheet
 * @param settledAt when a person settled it
 */
public record SubmissionRow(long id, String line, @Nullable String outsideNo, Submissions.Channel channel,
        SubmissionState state, Instant receivedAt, @Nullable Long importId, @Nullable Integer row,
        @Nullable Long matterId, @Nullable String matterCode, @Nullable Instant settledAt) {
}
