package org.hejie.referral.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.hejie.referral.Direction;
import org.hejie.referral.Incoming;
import org.hejie.referral.Outcome;
import org.hejie.referral.PartnerDoor;
import org.hejie.referral.PartnerSystem;
import org.hejie.referral.PartnerView;
import org.hejie.referral.Received;
import org.hejie.referral.ReferralReceipt;
import org.hejie.referral.ReferralState;
import org.hejie.referral.internal.ReferralStore.Answered;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What partners do, a transaction a call; what is said twice is done once. */
@Service
class CountyPartnerDoor implements PartnerDoor {

    private static final String FILED = "FILED";
    private static final String TAKEN_BACK = "TAKEN_BACK";
    private static final String PARTNER_DECLINED = "PARTNER_DECLINED";

    private final Reception reception;
    private final Partners partners;
    private final ReferralStore store;
    private final ReferralReader reader;
    private final Steps steps;
    private final WageClues clues;

    CountyPartnerDoor(Reception reception, Partners partners, ReferralStore store, ReferralReader reader, Steps steps, WageClues clues) {
        this.reception = reception;
        this.partners = partners;
        this.store = store;
        this.reader = reader;
        this.steps = steps;
        this.clues = clues;
    }

    @Override
    @Transactional
    public List<Received> receive(PartnerSystem system, List<Incoming> referrals) {
        ReferralPowers.requirePartner(system);
        if (referrals.isEmpty() || referrals.size() > MOST) {
            throw Problem.field("referrals", referrals.isEmpty() ? "REQUIRED" : "TOO_MANY");
        }
        return reception.receive(partners.writing(system), referrals);
    }

    @Override
    @Transactional
    public ReferralReceipt withdraw(PartnerSystem system, PartnerWithdrawal said) {
        ReferralPowers.requirePartner(system);
        String number = Texts.needed("outsideNo", said.outsideNo(), Texts.NUMBER);
        String caseNo = Texts.optional("caseNo", said.caseNo(), Texts.NUMBER);
        String reason = Texts.optional("reason", said.reason(), Texts.REASON);
        Held one = store.lockByNumber(system, number).orElseThrow(() -> Problem.field("outsideNo", "UNKNOWN"));
        String code = caseNo == null ? TAKEN_BACK : FILED;
        boolean done = one.state() == ReferralState.WITHDRAWN || one.state() == ReferralState.CHANGED;
        String text = caseNo == null ? reason : reason == null ? caseNo : caseNo + " " + reason;
        return once(one, done, held -> true, () -> steps.withdraw(one, code, text));
    }

    @Override
    @Transactional
    public ReferralReceipt sign(PartnerSystem system, long referral, @Nullable String outsideNo) {
        Held one = sent(system, referral);
        String number = Texts.optional("outsideNo", outsideNo, Texts.NUMBER);
        boolean done = one.state() == ReferralState.SIGNED || one.state() == ReferralState.ANSWERED;
        return once(one, done, held -> number == null || number.equals(held.outsideNo()), () -> steps.sign(one, number));
    }

    @Override
    @Transactional
    public ReferralReceipt decline(PartnerSystem system, long referral, @Nullable String reason) {
        Held one = sent(system, referral);
        String said = Texts.needed("reason", reason, Texts.REASON);
        if (one.state() == ReferralState.SIGNED) {
            throw Problem.of(ProblemType.WRONG_STATE, "REFERRAL_SIGNED");
        }
        return once(one, one.state() == ReferralState.DECLINED, held -> true, () -> steps.decline(one, PARTNER_DECLINED, said));
    }

    @Override
    @Transactional
    public ReferralReceipt answer(PartnerSystem system, long referral, @Nullable Outcome outcome, @Nullable String text) {
        Held one = sent(system, referral);
        if (outcome == null) {
            throw Problem.field("outcome", "REQUIRED");
        }
        String said = Texts.optional("text", text, Texts.LONG);
        return once(one, one.state() == ReferralState.ANSWERED, held -> held.outcome() == outcome && Objects.equals(held.answer(), said), () -> {
            if (one.unsigned()) {
                steps.sign(one, null);
            }
            steps.answer(again(one), new Answered(outcome, null, null, null, null, said));
            if (one.source() != null) {
                clues.answered(one.source(), outcome, said);
            }
        });
    }

    /** Does it unless it is done and says the same. @throws Problem WRONG_STATE where it has ended otherwise */
    private ReferralReceipt once(Held one, boolean done, Predicate<Held> same, Runnable deed) {
        if (done && same.test(one)) {
            return one.receipt();
        }
        if (done || one.state().ended()) {
            throw Problem.of(ProblemType.WRONG_STATE, "REFERRAL_ENDED");
        }
        deed.run();
        return again(one).receipt();
    }

    private Held again(Held one) {
        return store.read(one.id()).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    private Held sent(PartnerSystem system, long referral) {
        ReferralPowers.requirePartner(system);
        return store.lock(referral).filter(one -> one.system() == system && one.direction() == Direction.OUT)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PartnerView> find(PartnerSystem system, long referral) {
        ReferralPowers.requirePartnerReader(system);
        return store.read(referral).filter(one -> one.system() == system).flatMap(one -> reader.partnerView(system, one.id()));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<PartnerView> list(PartnerSystem system, @Nullable String outsideNo, @Nullable String cursor, int limit) {
        ReferralPowers.requirePartnerReader(system);
        return reader.partnerList(system, Texts.optional("outsideNo", outsideNo, Texts.NUMBER), cursor, limit);
    }
}
