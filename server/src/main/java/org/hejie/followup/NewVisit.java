package org.hejie.followup;

import java.time.LocalDate;
import org.hejie.matter.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * What was found at a follow-up visit.
 *
 * @param doneOn       Asia/Shanghai
 * @param fulfilled    whether what was agreed has been done; null where nothing was agreed
 * @param satisfaction what the party says of the handling
 * @param relapse      whether the trouble is back
 * @param opinion      at most 8,000 characters
 */
public record NewVisit(LocalDate doneOn, VisitMode mode, @Nullable Boolean fulfilled, Evaluation satisfaction, boolean relapse,
        @Nullable String opinion) {
}
