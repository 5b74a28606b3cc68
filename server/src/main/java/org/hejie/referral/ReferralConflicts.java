package org.hejie.referral;

import java.util.List;
import org.hejie.referral.ReferralConflict.Decision;
import org.jspecify.annotations.Nullable;

/** Where a person settles what a partner sent again under a known number with other content. Both stay kept, sealed. */
public interface ReferralConflicts {

    /** Of a referral, the earliest first. @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope */
    List<ReferralConflict> of(long referral);

    /**
     * Takes one of both. What is taken changes what the referral says from then on; its matter, its state and its dates of the
     * centre stay. It is an event in the matter's history, and the partner is told.
     *
     * @param seen   version of the referral
     * @param reason in words, up to 1,000 characters; the partner reads it
     * @return the referral's version
     * @throws org.hejie.shared.web.Problem NOT_FOUND, FORBIDDEN for who does not work for the centre, STALE, WRONG_STATE
     *         {@code REFERRAL_SETTLED} when somebody was quicker and {@code REFERRAL_ENDED} for taking the later one of a referral that
     *         has ended, RULE_REFUSED where a rule would send the later one back, or {@code REFERRAL_KIND} where it is of
     *         another kind and was signed for
     */
    int settle(long referral, int seen, long conflict, @Nullable Decision decision, @Nullable String reason);
}
