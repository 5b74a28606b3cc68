package org.hejie.followup;

import java.time.Instant;
import java.time.LocalDate;
import org.hejie.followup.ObligationSignals.ObligationVisit;
import org.hejie.matter.MatterId;
import org.jspecify.annotations.Nullable;

/**
 * An obligation that was not kept.
 *
 * @param position   of the obligation in its agreement
 * @param visitDueOn Asia/Shanghai
 * @param settledAt  when it was performed after all; null while it is not
 * @param visit      what was found; null while nobody has been there
 */
public record ObligationSignal(long id, MatterId matter, String matterCode, String matterTitle, long agreement, int position,
        Instant raisedAt, LocalDate visitDueOn, boolean overdue, @Nullable Instant settledAt, @Nullable ObligationVisit visit) {
}
