package org.hejie.matter.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hejie.audit.AuditVerification;
import org.hejie.matter.Act;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.Matters;
import org.hejie.matter.risk.RiskView.RiskMove;
import org.hejie.matter.supervision.Supervised;
import org.hejie.notify.NoticeEvent;
import org.hejie.notify.NoticeRow;
import org.hejie.notify.OwnNotices;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.shared.web.Problem;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Red risk: raised by one, lowered by two. */
@HejieTest
class RiskChecksTest {

    private static final RiskFinding THREAT = new RiskFinding(RiskGround.THREAT, "扬言今晚上门");

    @Autowired RiskChecks checks;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired TestStaff staff;
    @Autowired OwnNotices notices;
    @Autowired AuditVerification audit;
    private Supervised trouble;
    private TestPerson housing;
    private Actor director;

    @BeforeEach
    void aMatterInHand() {
        trouble = new Supervised(matters, county, county.dispatcher(361));
        housing = staff.department("housing");
        director = staff.director().actor();
    }

    @Test
    void oneDispatcherRaisesAtOnce() {
        raise();

        assertThat(trouble.detail(trouble.dispatcher).risk()).isEqualTo("RED");
        assertThat(seen(trouble.dispatcher).marks()).singleElement().satisfies(mark -> {
            assertThat(mark.ground()).isEqualTo(RiskGround.THREAT);
            assertThat(mark.loweredAt()).isNull();
        });
    }

    @Test
    void theUnitIsToldOfRedRisk() {
        raise();

        assertThat(Actors.as(housing.actor(), () -> notices.page(housing.actor(), null, 10)).items())
                .filteredOn(notice -> notice.link().equals("/matters/" + trouble.matter.value()))
                .extracting(NoticeRow::event).contains(NoticeEvent.RED_RISK);
    }

    @Test
    void aRunningLimitBecomesTheOneOfRedRiskCountedFromThen() {
        Instant before = due("sign");
        raise();

        assertThat(due("sign")).isBefore(before);
        assertThat(Duration.between(running("sign").getFirst().startedAt(), trouble.detail(trouble.dispatcher).timeline().getLast().at())).isZero();
    }

    @Test
    void theLimitThatWasReplacedIsKeptAsStopped() {
        raise();

        assertThat(trouble.detail(trouble.dispatcher).clocks()).filteredOn(one -> one.key().equals("sign")).hasSize(2)
                .filteredOn(one -> one.stoppedAt() == null).singleElement().extracting(MatterDetail.Clock::limit).isEqualTo("2h");
    }

    @Test
    void atRedRiskAUnitCannotReturnIt() {
        raise();

        assertThatThrownBy(() -> trouble.act(housing.actor(), new Act.Return("COMPETENCE", "不属我局职责", List.of())))
                .isInstanceOf(Problem.class).extracting("reasonCode").isEqualTo("CLOSED_AT_RED");
    }

    @Test
    void raisingTwiceIsRefused() {
        raise();

        assertThatThrownBy(this::raise).isInstanceOf(Problem.class).extracting("reasonCode").isEqualTo("RED_ALREADY");
    }

    @Test
    void theWindowSetsNoLevelAlone() {
        Actor window = staff.windowClerk().actor();

        assertThatThrownBy(() -> Actors.as(window, () -> checks.find(trouble.matter, version(), THREAT))).isInstanceOf(Problem.class);
        assertThat(seen(window).may()).isEmpty();
    }

    @Test
    void oneAloneDoesNotLower() {
        raise();
        Actors.as(director, () -> checks.askToLower(trouble.matter, version(), "双方已分开"));

        assertThat(seen(director).may()).isEmpty();
        assertThatThrownBy(() -> decide(director, true)).isInstanceOf(Problem.class).extracting("reasonCode").isEqualTo("APPROVER_NOT_APPLICANT");
    }

    @Test
    void twoLowerAndEachStepIsAnEvent() {
        raise();
        ask();
        decide(director, false);
        ask();
        assertThat(seen(director).may()).containsExactly(RiskMove.DECIDE);
        decide(director, true);

        assertThat(trouble.detail(trouble.dispatcher).risk()).isNull();
        assertThat(trouble.history(trouble.dispatcher)).endsWith("RAISE_RISK", "ASK_TO_LOWER_RISK", "KEEP_RISK", "ASK_TO_LOWER_RISK",
                "LOWER_RISK");
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void loweringGivesNoTimeBack() {
        raise();
        Instant red = due("sign");
        ask();
        decide(director, true);

        assertThat(due("sign")).isEqualTo(red);
    }

    @Test
    void nobodyDecidesWhatNobodyAsked() {
        raise();

        assertThatThrownBy(() -> decide(director, true)).isInstanceOf(Problem.class);
    }

    @Test
    void lookingAndFindingNoRedRiskIsKept() {
        Actors.as(trouble.dispatcher, () -> checks.find(trouble.matter, version(), new RiskFinding(null, "双方情绪平稳")));

        assertThat(trouble.history(trouble.dispatcher)).endsWith("CLEAR_RISK");
        assertThat(seen(trouble.dispatcher).checkRequired()).isFalse();
    }

    private void raise() {
        Actors.as(trouble.dispatcher, () -> checks.find(trouble.matter, version(), THREAT));
    }

    private void ask() {
        Actors.as(trouble.dispatcher, () -> checks.askToLower(trouble.matter, version(), "双方已分开"));
    }

    private Object decide(Actor by, boolean granted) {
        return Actors.as(by, () -> checks.decide(trouble.matter, version(), granted, "已核实"));
    }

    private RiskView seen(Actor by) {
        return Actors.as(by, () -> checks.of(trouble.matter)).orElseThrow();
    }

    private int version() {
        return Actors.as(trouble.dispatcher, () -> matters.standing(trouble.matter)).orElseThrow().version();
    }

    private Instant due(String key) {
        return running(key).getFirst().dueAt();
    }

    private List<MatterDetail.Clock> running(String key) {
        return trouble.detail(trouble.dispatcher).clocks().stream().filter(clock -> clock.key().equals(key) && clock.stoppedAt() == null).toList();
    }
}
