package org.hejie.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One outside number of a line's day. It names nobody.
 *
 * @param outsideNo null where none was given
 * @param at        when it came last; null where it did not
 * @param times     how often it came so
 * @param codes     of what could not be taken, {@code path:CODE}
 * @param askedAt   when it was asked for again last
 */
public record ReconciledRow(ReconciledKind kind, @Nullable String outsideNo, @Nullable Long submissionId, @Nullable Long matterId,
        @Nullable String matterCode, @Nullable Instant at, int times, List<String> codes, @Nullable Instant askedAt) {

    public ReconciledRow {
        codes = List.copyOf(codes);
    }
}
