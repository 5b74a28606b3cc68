package org.hejie.wage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A claim as lists show it. */
public record ClaimRow(long id, long matterId, String matterCode, String matterTitle, String project, @Nullable String generalContractor,
        Stage stage, Sums sums, Instant openedAt) {
}
