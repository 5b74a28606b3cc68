package org.hejie.referral;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a partner is answered. It names nobody.
 *
 * @param id         our number
 * @param outsideNo  theirs; null while the partner has given none
 * @param matterCode null where it was refused
 * @param signBy     when we sign for it at the latest
 * @param dueAt      when it is answered at the latest, once signed for
 * @param reason     code of why it was refused or ended
 */
public record ReferralReceipt(long id, @Nullable String outsideNo, ReferralState state, @Nullable String matterCode,
        @Nullable OffsetDateTime signBy, @Nullable OffsetDateTime dueAt, @Nullable String reason) {
}
