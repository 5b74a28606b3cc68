package org.hejie.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A referral has changed; published in the transaction of the change. The row of {@link News} with that number says more.
 *
 * @param seq the number of its news
 */
public record ReferralChanged(PartnerSystem partner, long referral, @Nullable String outsideNo, NewsType type, long seq, Instant at) {
}
