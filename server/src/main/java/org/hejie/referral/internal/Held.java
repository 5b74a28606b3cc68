package org.hejie.referral.internal;

import java.time.Instant;
import org.hejie.matter.MatterId;
import org.hejie.referral.Direction;
import org.hejie.referral.Outcome;
import org.hejie.referral.PartnerSystem;
import org.hejie.referral.ReferralReceipt;
import org.hejie.referral.ReferralState;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;

/** A referral as far as steps need it. */
record Held(long id, PartnerSystem system, Direction direction, @Nullable String outsideNo, String kind, ReferralState state,
        @Nullable MatterId matter, @Nullable String matterCode, Instant signBy, @Nullable Instant signedAt, Instant dueAt,
        boolean extended, @Nullable Outcome outcome, @Nullable String answer, @Nullable String reason, @Nullable Long source, int version) {

    /** @throws Problem STALE */
    Held seen(int version) {
        if (version != this.version) {
            throw Problem.of(ProblemType.STALE);
        }
        return this;
    }

    ReferralReceipt receipt() {
        return new ReferralReceipt(id, outsideNo, state, matterCode, signBy.atZone(Times.ZONE).toOffsetDateTime(),
                signedAt == null ? null : dueAt.atZone(Times.ZONE).toOffsetDateTime(), reason);
    }

    /** Whether the one who has to sign for it has not yet. */
    boolean unsigned() {
        return state == ReferralState.RECEIVED || state == ReferralState.SENT;
    }
}
