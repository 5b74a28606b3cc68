package org.hejie.referral;

import java.util.List;

/**
 * The rules as pages show them.
 *
 * @param refusals what is not taken and goes back at once
 * @param failures why no agreement was reached
 * @param declines why a referral is declined before it is signed for
 * @param reasons  what of a lawsuit is worth a look
 * @param counts   lawsuits that come as counts alone
 */
public record RulesView(List<ReferralKind> kinds, List<Coded> refusals, List<Coded> failures, List<Coded> declines,
        List<Coded> reasons, List<Coded> counts) {
}
