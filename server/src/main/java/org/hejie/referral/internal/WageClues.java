package org.hejie.referral.internal;

import java.util.Set;
import org.hejie.referral.Outcome;
import org.hejie.referral.ReferralKind;
import org.hejie.referral.internal.ReferralStore.Answered;
import org.hejie.shared.web.Problem;
import org.hejie.wage.WageClaim;
import org.hejie.wage.WageClaims;
import org.hejie.wage.WageClueAnswered;
import org.hejie.wage.WageClueSent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a wage clue its envelope, and keeps both answers the same, whichever side the answer came by. */
@Component
class WageClues {

    private static final String KIND = "WAGE_CLUE";

    private final WageClaims claims;
    private final CountyReferrals referrals;
    private final ReferralStore store;
    private final ReferralRules rules;
    private final Steps steps;

    WageClues(WageClaims claims, CountyReferrals referrals, ReferralStore store, ReferralRules rules, Steps steps) {
        this.claims = claims;
        this.referrals = referrals;
        this.store = store;
        this.rules = rules;
        this.steps = steps;
    }

    @EventListener
    @Transactional
    public void on(WageClueSent sent) {
        ReferralKind kind = rules.known(KIND);
        String text = claims.find(sent.claim()).stream().flatMap(claim -> claim.clues().stream()).filter(clue -> clue.id() == sent.clue())
                .map(WageClaim.Clue::text).findFirst().orElse(null);
        referrals.send(sent.matter(), kind, text, sent.clue());
    }

    @EventListener
    @Transactional
    public void on(WageClueAnswered answered) {
        store.lockOfSource(answered.clue()).filter(one -> !one.state().ended()).ifPresent(one -> {
            if (one.unsigned()) {
                steps.sign(one, null);
            }
            steps.answer(store.read(one.id()).orElseThrow(), new Answered(answered.takenUp() ? Outcome.DONE : Outcome.NOT_SUPPORTED,
                    null, null, null, null, null));
        });
    }

    /** The partner has answered the referral that carries a clue. @throws Problem INVALID_FIELDS for another outcome than a clue has */
    void answered(long clue, Outcome outcome, @Nullable String text) {
        if (!Set.of(Outcome.DONE, Outcome.NOT_SUPPORTED).contains(outcome)) {
            throw Problem.field("outcome", "UNKNOWN");
        }
        claims.answerClue(clue, outcome == Outcome.DONE, text);
    }
}
