package org.hejie.referral;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A referral in a list.
 *
 * @param overdue whether it should have been signed for or answered by now
 * @param differs whether its number came again with other content that nobody has settled
 */
public record ReferralRow(long id, PartnerSystem system, Direction direction, @Nullable String outsideNo, String kind, ReferralState state,
        @Nullable Long matterId, @Nullable String matterCode, @Nullable String matterTitle, @Nullable String cause, @Nullable BigDecimal amount,
        Instant receivedAt, Instant dueAt, boolean overdue, @Nullable Outcome outcome, @Nullable Instant endedAt, boolean differs) {
}
