package org.hejie.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hejie.audit.AuditVerification;
import org.hejie.matter.MatterId;
import org.hejie.mediation.Mediated;
import org.hejie.mediation.MediationCase;
import org.hejie.mediation.Mediations;
import org.hejie.org.Actors;
import org.hejie.referral.PartnerSimulator.Said;
import org.hejie.referral.Referrals.ReferralAnswer;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What the court takes back, and what becomes a lawsuit meanwhile. */
@HejieTest
class ReferralsWithdrawnTest extends ReferralFixture {

    @Autowired BeanFactory beans;
    @Autowired Mediations mediations;
    @Autowired AuditVerification audit;

    @Test
    void aLawsuitFiledWhileAMediationRunsChangesTheProcedureAndIsNoFailure() {
        var mediated = new Mediated(beans);
        Said sent = signed(court);
        long mediation = Actors.as(mediated.dispatcher, () -> mediations.open(new MatterId(matter(sent)), mediated.first, MediationCase.Origin.COURT, null));

        Said filed = court.filed(sent.text("outsideNo"));
        Said twice = court.filed(sent.text("outsideNo"));

        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(200);
        assertThat(filed.text("state")).isEqualTo("CHANGED");
        assertThat(filed.text("reason")).isEqualTo("FILED");
        assertThat(twice.body()).isEqualTo(filed.body());
        assertThat(Actors.as(mediated.dispatcher, () -> mediations.find(mediation)).orElseThrow())
                .returns(MediationCase.State.STOPPED, MediationCase::state).returns("PROCEDURE_CHANGED", MediationCase::endedWhy);
        assertThat(events(matter(sent))).contains("CHANGE_PROCEDURE", "END_MEDIATION");
        assertThat(view(sent.id()).outcome()).isNull();
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void whatIsNotSignedForIsWithdrawn() {
        Said sent = court.send(court.referral(PartnerSimulator.number()));

        Said withdrawn = court.withdraw(sent.text("outsideNo"));

        assertThat(withdrawn.text("state")).isEqualTo("WITHDRAWN");
        assertThatThrownBy(() -> Actors.as(dispatcher, () -> referrals.sign(sent.id(), 2))).hasMessage("WRONG_STATE: REFERRAL_STATE");
    }

    @Test
    void aWithdrawalBeforeItsReferralNamesTheNumberAndIsTakenAfterwards() {
        String number = PartnerSimulator.number();

        Said early = court.withdraw(number);
        court.send(court.referral(number));
        Said later = court.withdraw(number);

        assertThat(early.status()).isEqualTo(400);
        assertThat(early.faults()).containsExactly("outsideNo:UNKNOWN");
        assertThat(later.text("state")).isEqualTo("WITHDRAWN");
    }

    @Test
    void aWithdrawalAfterTheAnswerComesTooLate() {
        Said sent = signed(court);
        Actors.run(dispatcher, () -> referrals.answer(sent.id(), 2, new ReferralAnswer(Outcome.AGREED, "7号", null, null, null, null)));

        Said late = court.withdraw(sent.text("outsideNo"));

        assertThat(late.status()).isEqualTo(409);
        assertThat(view(sent.id()).state()).isEqualTo(ReferralState.ANSWERED);
    }
}
