package org.hejie.referral;

import org.jspecify.annotations.Nullable;

/**
 * A kind of referral as {@code referral/rules.yaml} tells it.
 *
 * @param limit       from signing to the answer, such as {@code 30cd}
 * @param extension   by how much at most, once, with both parties' consent; null: never
 * @param bothConsent whether both parties must have agreed before it is sent
 * @param undisputed  whether a failure is answered with the undisputed facts (无争议事实)
 * @param basis       what the limit rests on
 */
public record ReferralKind(String code, PartnerSystem system, Direction direction, String limit, @Nullable String extension,
        boolean bothConsent, boolean undisputed, RuleName name, RuleName basis) {
}
