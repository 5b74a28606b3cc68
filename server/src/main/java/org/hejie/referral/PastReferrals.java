package org.hejie.referral;

/** Gives matters that were written together with their past the referrals they came by. */
public interface PastReferrals {

    /**
     * A referral for each matter that came by the line of court, police or petition bureau with a number in the last year and has none, answered as the
     * matter ended; domestic violence was sent back. Within the scope; in a transaction of its own, in few statements.
     *
     * @return how many
     */
    int ofTheLines();
}
