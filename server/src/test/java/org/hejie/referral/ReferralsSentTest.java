package org.hejie.referral;

import static org.assertj.core.api.Assertions.assertThat;

import org.hejie.matter.MatterId;
import org.hejie.mediation.Mediated;
import org.hejie.org.Actors;
import org.hejie.referral.PartnerSimulator.Said;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What the centre sends: its partner signs for it and answers. */
@HejieTest
class ReferralsSentTest extends ReferralFixture {

    @Autowired BeanFactory beans;

    @Test
    void whatTheCentreSendsIsSignedForAndAnsweredByThePartner() {
        MatterId matter = new Mediated(beans).dispute();
        long referral = Actors.as(dispatcher, () -> referrals.send(matter, "CASE_HANDOVER", "调解不成，移送立案。"));

        Said signed = court.sign(referral);
        Said twice = court.sign(referral);
        Said answered = court.answer(referral, Outcome.DONE, "已立案");
        Said again = court.answer(referral, Outcome.DONE, "已立案");
        Said other = court.answer(referral, Outcome.NOT_SUPPORTED, "不予立案");

        assertThat(signed.text("state")).isEqualTo("SIGNED");
        assertThat(twice.body()).isEqualTo(signed.body());
        assertThat(answered.text("state")).isEqualTo("ANSWERED");
        assertThat(again.body()).isEqualTo(answered.body());
        assertThat(other.status()).isEqualTo(409);
        assertThat(events(matter.value())).contains("SEND_REFERRAL", "SIGN_REFERRAL", "ANSWER_REFERRAL");
        assertThat(news(PartnerSystem.COURT, referral)).containsExactly(NewsType.SENT, NewsType.SIGNED, NewsType.ANSWERED);
    }

    @Test
    void anAnswerBeforeTheSignatureSignsAsWell() {
        long referral = Actors.as(dispatcher, () -> referrals.send(new Mediated(beans).dispute(), "CONFIRMATION", "双方申请司法确认。"));

        Said answered = court.answer(referral, Outcome.DONE, "裁定有效");

        assertThat(answered.text("state")).isEqualTo("ANSWERED");
        assertThat(view(referral).steps()).extracting(ReferralView.ReferralStep::act).containsExactly("SIGNED", "ANSWERED");
        assertThat(court.decline(referral).status()).isEqualTo(409);
    }
}
