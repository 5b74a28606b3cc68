package org.hejie.referral;

import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * Referrals as the desks work on them. Each step is an event in the matter's history and a piece of {@link News} for the partner.
 *
 * <p>Changes throw NOT_FOUND outside the scope, FORBIDDEN, STALE for another version, and WRONG_STATE {@code REFERRAL_STATE} where the
 * state does not allow it. They return the new version.
 */
public interface Referrals {

    /** Signs for one; from now on its limit runs. */
    int sign(long referral, int seen);

    /** Declines one before it is signed for. @param code of the rules; @param text may say more */
    int decline(long referral, int seen, String code, @Nullable String text);

    /**
     * More time, once, with both parties' consent.
     *
     * @param by    such as {@code 15cd}, up to what the kind allows
     * @param proof how both parties' consent is known
     * @throws org.hejie.shared.web.Problem RULE_REFUSED {@code REFERRAL_EXTENSION} where the kind allows none or it was extended before
     */
    int extend(long referral, int seen, String by, boolean bothConsent, String proof);

    /** Answers one. @throws org.hejie.shared.web.Problem INVALID_FIELDS naming what the answer lacks */
    int answer(long referral, int seen, ReferralAnswer answer);

    /**
     * An answer.
     *
     * @param agreementNo with an agreement
     * @param reason      code of the rules, without one
     * @param undisputed  无争议事实, without one, where the kind asks for them
     */
    record ReferralAnswer(@Nullable Outcome outcome, @Nullable String agreementNo, @Nullable Boolean performed, @Nullable String reason,
            @Nullable String undisputed, @Nullable String text) {
    }

    /** Sends a matter, or what is asked about it, to a partner, who sees the matter from then on. @return the referral */
    long send(MatterId matter, String kind, String text);

    /** The centre takes back what it sent, before the partner has signed for it. */
    int recall(long referral, int seen, String why);

    /** One, if it lies in the scope. */
    Optional<ReferralView> find(long referral);

    /** Of a matter, the latest first. */
    List<ReferralRow> of(MatterId matter);

    /** The rows of a column: what is open by when it is due, what has ended by when. */
    Page<ReferralRow> list(PartnerSystem system, Column column, @Nullable String cursor, int limit);

    /** The figures of a partner's desk within the scope. */
    Desk desk(PartnerSystem system);

    /** The rules now in force. */
    RulesView rules();
}
