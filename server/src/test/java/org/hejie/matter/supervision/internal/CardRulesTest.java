package org.hejie.matter.supervision.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hejie.matter.Act;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.Troubles;
import org.hejie.matter.supervision.CalledUnitAbsent;
import org.hejie.matter.supervision.CardLevel;
import org.hejie.matter.supervision.CardRow;
import org.hejie.matter.supervision.CardSearch;
import org.hejie.matter.supervision.CardSuggestion;
import org.hejie.matter.supervision.Cards;
import org.hejie.matter.supervision.Supervised;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What the shipped rules make of what happens to matters. */
@HejieTest
class CardRulesTest {

    @Autowired Rounds rounds;
    @Autowired Cards cards;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired TestStaff staff;
    @Autowired TestClock clock;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    private Supervised trouble;
    private Actor committee;
    private Actor clerk;

    @BeforeEach
    void aMatterInHand() {
        trouble = new Supervised(matters, county, county.dispatcher(312));
        committee = staff.committee().actor();
        clerk = staff.department("housing").actor();
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void nothingDrawsACardWhileAllIsInTime() {
        assertThat(drawn()).isEmpty();
    }

    @Test
    void anOverdueHandlingDrawsAYellowCardOnce() {
        trouble.act(clerk, new Act.Sign(null));
        clock.advance(Duration.ofDays(14));
        drawn();

        assertThat(drawn()).extracting(CardRow::rule, CardRow::level)
                .containsExactly(tuple("OVERDUE", CardLevel.YELLOW));
    }

    @Test
    void aLongOverdueHandlingIsOnlySuggestedForARedCard() {
        trouble.act(clerk, new Act.Sign(null));
        clock.advance(Duration.ofDays(40));

        assertThat(drawn()).extracting(CardRow::level).doesNotContain(CardLevel.RED);
        assertThat(suggested()).extracting(CardSuggestion::rule).contains("LONG_OVERDUE");
    }

    @Test
    void aNamedPersonConfirmsTheRedCard() {
        trouble.act(clerk, new Act.Sign(null));
        clock.advance(Duration.ofDays(40));
        drawn();
        long suggestion = suggested().getFirst().id();

        Actors.as(committee, () -> cards.confirm(suggestion, "超期过久", null));

        assertThat(drawn()).extracting(CardRow::level).contains(CardLevel.RED);
        assertThat(suggested()).isEmpty();
        assertThatThrownBy(() -> Actors.run(committee, () -> cards.dismiss(suggestion, "重复"))).hasMessage("WRONG_STATE");
    }

    @Test
    void aSecondReturnDrawsANotice() {
        returned();
        trouble.dispatchTo(trouble.housing);
        returned();

        assertThat(drawn()).extracting(CardRow::rule).containsExactly("SECOND_RETURN");
    }

    @Test
    void aReturnNotUpheldDrawsAYellowCard() {
        returned();
        trouble.dispatchTo(trouble.housing);
        returned();
        trouble.act(county.director(313), new Act.Adjudicate(trouble.housing, List.of(), "属你单位职责"));

        assertThat(drawn()).extracting(CardRow::rule).contains("REFUSED_RETURN");
    }

    @Test
    void aReturnUpheldDrawsNone() {
        returned();
        trouble.dispatchTo(trouble.housing);
        returned();
        trouble.act(county.director(313), new Act.Adjudicate(county.unit("land").id(), List.of(), "属自然资源局职责"));

        assertThat(drawn()).extracting(CardRow::rule).containsExactly("SECOND_RETURN");
    }

    @Test
    void notSigningInTimeDrawsANotice() {
        clock.advance(Duration.ofDays(5));
        trouble.act(Actor.system("auto-sign", List.of(county.unit("620123").id().value())), new Act.AutoSign());

        assertThat(drawn()).extracting(CardRow::rule).contains("NOT_SIGNED");
    }

    @Test
    void notComingWhenCalledDrawsAYellowCardOnTheUnitCalled() {
        var called = county.unit("land").id();
        for (int twice = 0; twice < 2; twice++) {
            Actors.run(trouble.dispatcher, () -> transaction.executeWithoutResult(status -> events.publishEvent(
                    new CalledUnitAbsent(trouble.matter, called, 77, clock.instant()))));
        }

        assertThat(drawn()).extracting(CardRow::rule, card -> card.unit().id())
                .containsExactly(tuple("NO_SHOW", called.value()));
    }

    @Test
    void anUnansweredNoticeDrawsTheYellowAndThatOnlySuggestsTheRed() {
        returned();
        trouble.dispatchTo(trouble.housing);
        returned();
        drawn();
        clock.advance(Duration.ofDays(8));
        assertThat(drawn()).extracting(CardRow::rule).contains("NOTICE_UNANSWERED");
        clock.advance(Duration.ofDays(8));
        drawn();

        assertThat(drawn()).extracting(CardRow::level).doesNotContain(CardLevel.RED);
        assertThat(suggested()).extracting(CardSuggestion::rule).containsExactly("YELLOW_UNANSWERED");
    }

    /** An import may still be taken back then. */
    @Test
    void aMatterThatOnlyDrewACardCountsAsOneNobodyActedOn() {
        MatterId waiting = new Troubles(matters, county).noise();
        clock.advance(Duration.ofDays(14));
        drawn();

        int version = Actors.as(trouble.dispatcher, () -> matters.standing(waiting)).orElseThrow().version();
        assertThat(Actors.as(trouble.dispatcher, () -> matters.detail(waiting)).orElseThrow().timeline()).hasSizeGreaterThan(1);
        assertThat(Actors.as(trouble.dispatcher, () -> matters.untouched(List.of(waiting, trouble.matter))))
                .isEqualTo(Map.of(waiting, version));
    }

    private void returned() {
        trouble.act(clerk, new Act.Return("COMPETENCE", "不属我局职责", List.of()));
    }

    private List<CardRow> drawn() {
        while (rounds.go() > 0) {
            Thread.onSpinWait();
        }
        return Actors.as(committee, () -> cards.list(CardSearch.of(trouble.matter.value()), null, 50, false)).items();
    }

    private List<CardSuggestion> suggested() {
        return Actors.as(committee, () -> cards.suggestions(null, 200)).items().stream()
                .filter(one -> one.matterId() == trouble.matter.value()).toList();
    }
}
