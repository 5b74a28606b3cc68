package org.hejie.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.ApiClients;
import org.hejie.org.Role;
import org.hejie.party.PartyDraft;
import org.hejie.party.PartyKind;
import org.hejie.referral.PartnerSimulator.Said;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestStaff;
import org.hejie.wage.ClaimDraft;
import org.hejie.wage.Presence;
import org.hejie.wage.WageClaim.Clue;
import org.hejie.wage.WageClaims;
import org.hejie.wage.WageWorkers;
import org.hejie.wage.WorkerDraft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 检调: a wage clue travels in the envelope of the dockings, whichever side its answer comes by. */
@HejieTest
class WageCluesTest {

    @Autowired Referrals referrals;
    @Autowired WageClaims claims;
    @Autowired WageWorkers workers;
    @Autowired Matters matters;
    @Autowired ApiClients clients;
    @Autowired TestStaff staff;
    @LocalServerPort int port;

    private Actor dispatcher;
    private PartnerSimulator procuratorate;
    private MatterId matter;
    private long claim;
    private long clue;

    @BeforeEach
    void aClue() {
        dispatcher = staff.dispatcher().actor();
        procuratorate = PartnerSimulator.of(PartnerSystem.PROSECUTION, staff, clients, port);
        matter = Actors.as(staff.windowClerk().actor(), () -> matters.register(new RegisterMatter(SourceLine.WINDOW, null, null, null, "欠薪", "欠薪三个月。",
                "0401", null, new Place(null, "620123104", null, null, null), null, null, null, null, List.of(), null, List.of()))).id();
        claim = Actors.as(dispatcher, () -> claims.open(matter, new ClaimDraft("安置房", null, null, null, null, null, Set.of(), Set.of(), Presence.UNKNOWN,
                Presence.UNKNOWN)));
        Actors.as(dispatcher, () -> workers.add(claim, List.of(new WorkerDraft(new PartyDraft(PartyKind.PERSON, "王小民", null, null, null, null, null, null,
                null, null, Set.of()), null, null, null, null, new BigDecimal("1000.00"))), WageWorkers.Path.ALONE));
        clue = Actors.as(dispatcher, () -> claims.sendClue(claim, "工人无力自行起诉。"));
    }

    @Test
    void theProcuratoratesSystemAnswersIt() {
        ReferralRow sent = sent();

        Said answered = procuratorate.answer(sent.id(), Outcome.NOT_SUPPORTED, "证据不足");

        assertThat(answered.text("state")).as(answered.body().toString()).isEqualTo("ANSWERED");
        assertThat(clue().state()).isEqualTo(Clue.State.NOT_TAKEN_UP);
        assertThat(clue().answer()).isEqualTo("证据不足");
    }

    @Test
    void itsPostAnswersItOnTheClaim() {
        Actor procurator = staff.holding(Role.PROCURATOR_POST, staff.units().byCode("procuratorate").orElseThrow().id()).actor();

        Actors.run(procurator, () -> claims.answerClue(clue, true, null));

        assertThat(sent().state()).isEqualTo(ReferralState.ANSWERED);
        assertThat(sent().outcome()).isEqualTo(Outcome.DONE);
        assertThat(procuratorate.answer(sent().id(), Outcome.NOT_SUPPORTED, "证据不足").status()).isEqualTo(409);
    }

    @Test
    void anAnswerThatIsNoneForAClueIsNamed() {
        assertThat(procuratorate.answer(sent().id(), Outcome.AGREED, "协议").faults()).containsExactly("outcome:UNKNOWN");
        assertThat(clue().state()).isEqualTo(Clue.State.SENT);
    }

    @Test
    void itSaysWhyTheWorkersCannotSue() {
        assertThat(procuratorate.status(sent().id()).text("text")).isEqualTo("工人无力自行起诉。");
    }

    private ReferralRow sent() {
        return Actors.as(dispatcher, () -> referrals.of(matter)).getFirst();
    }

    private Clue clue() {
        return Actors.as(dispatcher, () -> claims.find(claim)).orElseThrow().clues().getFirst();
    }
}
