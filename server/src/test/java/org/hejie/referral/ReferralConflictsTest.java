package org.hejie.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hejie.referral.PartnerSimulator.with;

import java.util.List;
import java.util.Map;
import org.hejie.audit.AuditVerification;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.referral.PartnerSimulator.Said;
import org.hejie.referral.ReferralConflict.Decision;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Other content under a known number: both are kept, and the centre settles which one counts. */
@HejieTest
class ReferralConflictsTest extends ReferralFixture {

    @Autowired ReferralConflicts conflicts;
    @Autowired AuditVerification audit;

    @Test
    void otherContentUnderAKnownNumberIsAConflictAndBothAreKept() {
        String number = PartnerSimulator.number();
        Said first = court.send(court.referral(number));

        Said other = court.send(with(court.referral(number), "amount", 90000));
        Said again = court.send(with(court.referral(number), "amount", 90000));

        assertThat(List.of(other.status(), again.status())).containsExactly(409, 409);
        assertThat(other.text("code")).isEqualTo("OUTSIDE_NUMBER_CONFLICT");
        assertThat(view(first.id()).conflicts()).hasSize(1);
        assertThat(news(PartnerSystem.COURT, first.id())).containsExactly(NewsType.RECEIVED, NewsType.CONFLICT);
    }

    @Test
    void bothContentsStandSideBySideWithWhatDiffersPeopleMasked() {
        Said first = court.send(court.referral(PartnerSimulator.number()));
        var other = with(with(court.referral(first.text("outsideNo")), "amount", 90000), "parties",
                List.of(Map.of("role", "APPLICANT", "name", "王小明", "phone", "13900001111"), Map.of("role", "RESPONDENT", "name", "李大田")));
        court.send(other);

        ReferralConflict conflict = conflict(first.id());

        assertThat(conflict.differs()).containsExactly("amount", "parties");
        assertThat(conflict.now().amount()).isEqualByComparingTo("80000");
        assertThat(conflict.other().amount()).isEqualByComparingTo("90000");
        assertThat(conflict.other().parties().getFirst()).isEqualTo(new ReferralConflict.ConflictParty("APPLICANT", "王**", null, "*******1111", null));
        assertThat(conflict.now().parties().getFirst().name()).isEqualTo("王**");
    }

    @Test
    void theLaterContentIsTakenAndThePartnerIsAnswered() {
        Said first = court.send(court.referral(PartnerSimulator.number()));
        var other = with(court.referral(first.text("outsideNo")), "amount", 90000);
        court.send(other);

        int version = Actors.as(dispatcher, () -> conflicts.settle(first.id(), 1, conflict(first.id()).id(), Decision.TAKEN, "法院来电更正标的"));

        ReferralView view = view(first.id());
        assertThat(view.version()).isEqualTo(version).isEqualTo(2);
        assertThat(view.amount()).isEqualByComparingTo("90000");
        assertThat(view.conflicts()).isEmpty();
        assertThat(view.steps()).extracting(ReferralView.ReferralStep::act).containsExactly("CONFLICT", "SETTLED");
        assertThat(news(PartnerSystem.COURT, first.id())).containsExactly(NewsType.RECEIVED, NewsType.CONFLICT, NewsType.SETTLED);
        JsonNode settled = court.status(first.id()).body().path("settled").path(0);
        assertThat(settled.path("decision").asString()).isEqualTo("TAKEN");
        assertThat(settled.path("reason").asString()).isEqualTo("法院来电更正标的");
        assertThat(events(matter(first))).contains("SETTLE_REFERRAL");
        assertThat(court.send(other).status()).isEqualTo(200);
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void theEarlierContentIsKeptWithAReason() {
        Said first = signed(court);
        var other = with(court.referral(first.text("outsideNo")), "amount", 90000);
        court.send(other);
        long conflict = conflict(first.id()).id();

        assertThat(refused(() -> conflicts.settle(first.id(), 2, conflict, Decision.KEPT, " "))).containsExactly(new FieldError("reason", "REQUIRED"));
        assertThat(refused(() -> conflicts.settle(first.id(), 2, conflict, null, "x"))).containsExactly(new FieldError("decision", "REQUIRED"));
        Actors.run(dispatcher, () -> conflicts.settle(first.id(), 2, conflict, Decision.KEPT, "重复发送"));

        assertThat(view(first.id())).returns(2, ReferralView::version).satisfies(view -> assertThat(view.amount()).isEqualByComparingTo("80000"));
        assertThatThrownBy(() -> Actors.as(dispatcher, () -> conflicts.settle(first.id(), 2, conflict, Decision.TAKEN, "再次")))
                .hasMessage("WRONG_STATE: REFERRAL_SETTLED");
        assertThat(court.send(other).status()).isEqualTo(409);
        assertThat(view(first.id()).conflicts()).isEmpty();
    }

    @Test
    void aContentThatWasReplacedAndComesBackWaitsAgain() {
        Said first = court.send(court.referral(PartnerSimulator.number()));
        var other = with(court.referral(first.text("outsideNo")), "amount", 90000);
        court.send(other);
        Actors.run(dispatcher, () -> conflicts.settle(first.id(), 1, conflict(first.id()).id(), Decision.TAKEN, "更正"));
        court.send(court.referral(first.text("outsideNo")));
        Actors.run(dispatcher, () -> conflicts.settle(first.id(), 2, conflict(first.id()).id(), Decision.TAKEN, "又更正"));

        assertThat(court.send(other).status()).isEqualTo(409);

        assertThat(conflict(first.id()).other().amount()).isEqualByComparingTo("90000");
        assertThat(view(first.id()).amount()).isEqualByComparingTo("80000");
    }

    @Test
    void whatARuleSendsBackAndAnotherKindAfterTheSigningAreNotTaken() {
        Said first = signed(court);
        court.send(with(court.referral(first.text("outsideNo")), "safety", List.of("DOMESTIC_VIOLENCE")));
        long violence = conflict(first.id()).id();
        assertThatThrownBy(() -> Actors.as(dispatcher, () -> conflicts.settle(first.id(), 2, violence, Decision.TAKEN, "更正")))
                .hasMessage("RULE_REFUSED: REFERRAL_NOT_TAKEN");
        Actors.run(dispatcher, () -> conflicts.settle(first.id(), 2, violence, Decision.KEPT, "另行处理"));
        court.send(with(court.referral(first.text("outsideNo")), "kind", "ENTRUSTED"));
        assertThatThrownBy(() -> Actors.as(dispatcher, () -> conflicts.settle(first.id(), 2, conflict(first.id()).id(), Decision.TAKEN, "更正")))
                .hasMessage("RULE_REFUSED: REFERRAL_KIND");
    }

    @Test
    void onlyTheCentreSettlesAndOnlyWhatBelongsToTheReferral() {
        Said first = court.send(court.referral(PartnerSimulator.number()));
        court.send(with(court.referral(first.text("outsideNo")), "amount", 90000));
        long conflict = conflict(first.id()).id();
        Said second = court.send(court.referral(PartnerSimulator.number()));

        assertThatThrownBy(() -> Actors.as(dispatcher, () -> conflicts.settle(second.id(), 1, conflict, Decision.TAKEN, "x"))).hasMessage("NOT_FOUND");
        Actor post = staff.holding(Role.COURT_POST, staff.units().ofLine(1).orElseThrow().id()).actor();
        assertThatThrownBy(() -> Actors.as(post, () -> conflicts.settle(first.id(), 1, conflict, Decision.TAKEN, "x")))
                .hasMessage("FORBIDDEN: REFERRAL_CENTRE");
    }

    /** The one that waits. */
    private ReferralConflict conflict(long referral) {
        return Actors.as(dispatcher, () -> conflicts.of(referral)).stream().filter(one -> one.decision() == null).findFirst().orElseThrow();
    }
}
