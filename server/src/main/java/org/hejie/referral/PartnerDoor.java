package org.hejie.referral;

import java.util.List;
import java.util.Optional;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * The door for a partner: its own system by a token with {@code partner:court:submit} or {@code partner:court:read}, its post at
 * the centre, or, where no line exists, the window and the dispatcher who enter its papers. A partner sees its own alone.
 *
 * <p>Changes throw FORBIDDEN, and NOT_FOUND for a number that is not its own.
 */
public interface PartnerDoor {

    /** Most referrals of one call. */
    int MOST = 500;

    /**
     * Takes referrals in one transaction and in their order: each becomes a matter or joins the one it belongs to. The same one
     * again is answered as before.
     */
    List<Received> receive(PartnerSystem system, List<Incoming> referrals);

    /**
     * The partner takes one back, or goes another way with it. Before the centre has signed for it, it is withdrawn; after
     * that the procedure changes, a mediation that runs stops, and nothing has failed. Said twice it is done once.
     *
     * @throws org.hejie.shared.web.Problem WRONG_STATE {@code REFERRAL_ENDED} once answered or declined; INVALID_FIELDS {@code outsideNo}
     *         for a number that has not come (yet)
     */
    ReferralReceipt withdraw(PartnerSystem system, PartnerWithdrawal withdrawal);

    /** @param caseNo of the lawsuit that was filed; null: withdrawn */
    record PartnerWithdrawal(@Nullable String outsideNo, @Nullable String caseNo, @Nullable String reason) {
    }

    /** The partner signs for what the centre sent. Said twice it is done once. @param outsideNo its own number; null for none */
    ReferralReceipt sign(PartnerSystem system, long referral, @Nullable String outsideNo);

    /** The partner declines what the centre sent, before it has signed for it. */
    ReferralReceipt decline(PartnerSystem system, long referral, @Nullable String reason);

    /**
     * The partner answers what the centre sent; an answer that comes before the signature signs as well. The same answer again
     * is answered as before.
     *
     * @throws org.hejie.shared.web.Problem WRONG_STATE {@code REFERRAL_ENDED} after another answer
     */
    ReferralReceipt answer(PartnerSystem system, long referral, @Nullable Outcome outcome, @Nullable String text);

    /** One of the partner's, as it may know it. */
    Optional<PartnerView> find(PartnerSystem system, long referral);

    /** The partner's, the newest first. @param outsideNo that number alone */
    Page<PartnerView> list(PartnerSystem system, @Nullable String outsideNo, @Nullable String cursor, int limit);
}
