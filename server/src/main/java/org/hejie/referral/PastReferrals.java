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

    /**
     * A referral for each matter of labour of the last year that the procuratorate leads, and for each that has ended and that it took part in: support of
     * prosecution asked for by it, or a clue sent to it; and one that was sent back for want of papers. Within the scope; what is there is left.
     *
     * @return how many
     */
    int ofTheProcuratorate();
}
