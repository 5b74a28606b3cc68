package org.hejie.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.referral.PartnerSimulator.Said;
import org.hejie.referral.ReferralView.Deed;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A partner sees its own referrals alone, speaks for itself alone and does not do what is the centre's. */
@HejieTest
class ReferralRightsTest extends ReferralFixture {

    @Autowired PartnerDoor door;

    @Test
    void aPartnerReadsItsOwnAlone() {
        PartnerSimulator police = partner(PartnerSystem.POLICE);
        Said sent = court.send(court.referral(PartnerSimulator.number()));
        Said joined = police.send(police.referral(PartnerSimulator.number()));

        assertThat(police.status(sent.id()).status()).isEqualTo(404);
        assertThat(court.status(joined.id()).status()).isEqualTo(404);
        assertThat(Actors.as(staff.line(2, "police").actor(), () -> allNews(PartnerSystem.COURT))).isEmpty();
    }

    @Test
    void aTokenSpeaksForItsPartnerAlone() {
        PartnerSimulator police = partner(PartnerSystem.POLICE);
        Actor asPolice = staff.line(2, "police").actor();

        assertThatThrownBy(() -> Actors.as(asPolice, () -> door.receive(PartnerSystem.COURT, List.of()))).hasMessageStartingWith("FORBIDDEN");
        assertThat(police.at(PartnerSystem.COURT).asked("referrals").status()).isEqualTo(403);
        assertThat(police.at(PartnerSystem.COURT).send(court.referral(PartnerSimulator.number())).status()).isEqualTo(403);
    }

    @Test
    void aPartnersPostDoesNotSignForWhatItSent() {
        Said sent = court.send(court.referral(PartnerSimulator.number()));
        Actor judge = staff.holding(Role.COURT_POST, staff.units().ofLine(1).orElseThrow().id()).actor();

        assertThatThrownBy(() -> Actors.as(judge, () -> referrals.sign(sent.id(), 1))).hasMessage("FORBIDDEN: REFERRAL_CENTRE");
        assertThat(Actors.as(judge, () -> referrals.find(sent.id())).orElseThrow().may()).containsExactly(Deed.WITHDRAW);
    }
}
