package org.hejie.matter.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.hejie.audit.AuditVerification;
import org.hejie.matter.Matters;
import org.hejie.matter.supervision.CardDetail.Deed;
import org.hejie.notify.NoticeEvent;
import org.hejie.notify.NoticeRow;
import org.hejie.notify.OwnNotices;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.shared.web.Problem;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A card by hand: from issue to acceptance. */
@HejieTest
class CardsTest {

    @Autowired Cards cards;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired TestStaff staff;
    @Autowired AuditVerification audit;
    @Autowired OwnNotices notices;
    private Supervised trouble;
    private Actor committee;
    private TestPerson housing;

    @BeforeEach
    void aMatterInHand() {
        trouble = new Supervised(matters, county, county.dispatcher(311));
        committee = staff.committee().actor();
        housing = staff.department("housing");
    }

    @Test
    void aCardGoesFromIssueToAcceptance() {
        long card = issue(CardLevel.RED);

        acknowledge(card);
        reply(card);
        Actors.as(committee, () -> cards.accept(card, 3, null));

        assertThat(detail(committee, card).card().state()).isEqualTo(CardState.ACCEPTED);
        assertThat(detail(committee, card).entries()).extracting(CardDetail.CardEntry::kind).containsExactly(CardState.ISSUED,
                CardState.ACKNOWLEDGED, CardState.REPLIED, CardState.ACCEPTED);
    }

    @Test
    void everyStepIsAnEventInTheChain() {
        long card = issue(CardLevel.YELLOW);
        acknowledge(card);
        reply(card);
        Actors.as(committee, () -> cards.sendBack(card, 3, "没有写明时间", null));
        Actors.as(housing.actor(), () -> cards.reply(card, 4, "本周五前办结"));
        Actors.as(committee, () -> cards.recall(card, 5, "已另行处理"));

        assertThat(trouble.history(trouble.dispatcher)).endsWith("ISSUE_CARD", "ACKNOWLEDGE_CARD", "REPLY_TO_CARD",
                "SEND_BACK_REPLY", "REPLY_TO_CARD", "RECALL_CARD");
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void theUnitIsToldOfItsCard() {
        issue(CardLevel.YELLOW);

        assertThat(Actors.as(housing.actor(), () -> notices.page(housing.actor(), null, 10)).items())
                .filteredOn(notice -> notice.link().equals("/matters/" + trouble.matter.value()))
                .extracting(NoticeRow::event).contains(NoticeEvent.SUPERVISED);
    }

    @Test
    void aCardMovesNoDeadline() {
        Instant before = handling();
        issue(CardLevel.RED);

        assertThat(handling()).isEqualTo(before);
    }

    @Test
    void aCardMakesNobodysPageStale() {
        int before = trouble.detail(committee).version();
        issue(CardLevel.NOTICE);

        assertThat(trouble.detail(committee).version()).isEqualTo(before);
    }

    @Test
    void theUnitNamesOneOfItsOwnAsResponsible() {
        long card = issue(CardLevel.YELLOW);

        assertThatThrownBy(() -> Actors.as(housing.actor(), () -> cards.acknowledge(card, 1, staff.mediator().id())))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors())
                        .extracting(Problem.FieldError::code).containsExactly("NOT_OF_UNIT"));
    }

    @Test
    void whoHandlesIssuesNoCard() {
        assertThatThrownBy(() -> Actors.as(trouble.dispatcher, () -> cards.issue(trouble.matter, card(CardLevel.NOTICE))))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.reasonCode()).isEqualTo("CARD_LEVEL"));
    }

    @Test
    void onlyTheCommitteeIssuesACircular() {
        assertThatThrownBy(() -> Actors.as(staff.director().actor(), () -> cards.issue(trouble.matter, card(CardLevel.CIRCULAR))))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.reasonCode()).isEqualTo("CARD_LEVEL"));
    }

    @Test
    void anAnswerBeforeAcknowledgementIsRefused() {
        long card = issue(CardLevel.NOTICE);

        assertThatThrownBy(() -> Actors.as(housing.actor(), () -> cards.reply(card, 1, "已办理")))
                .hasMessage("WRONG_STATE");
    }

    @Test
    void anotherUnitOnTheMatterDoesNotReadTheCard() {
        long card = issue(CardLevel.YELLOW);
        Actor town = staff.townClerk("620123104").actor();

        assertThat(trouble.detail(town).id()).isEqualTo(trouble.matter.value());
        assertThat(Actors.as(town, () -> cards.detail(card))).isEmpty();
    }

    @Test
    void theEventSaysNoWordOfTheCard() {
        issue(CardLevel.YELLOW);

        assertThat(trouble.detail(committee).timeline().getLast().opinion()).isNull();
    }

    @Test
    void thePageIsToldWhatTheReaderMayDo() {
        long card = issue(CardLevel.YELLOW);

        assertThat(detail(housing.actor(), card).may()).containsExactly(Deed.ACKNOWLEDGE);
        assertThat(detail(committee, card).may()).containsExactly(Deed.RECALL);
    }

    @Test
    void cardsAreListedByUnitAndPageByPage() {
        issue(CardLevel.NOTICE);
        long second = issue(CardLevel.YELLOW);
        var search = CardSearch.of(trouble.matter.value());

        var first = Actors.as(committee, () -> cards.list(search, null, 1, true));
        var next = Actors.as(committee, () -> cards.list(search, first.nextCursor(), 1, false));

        assertThat(first.items()).extracting(CardRow::id).containsExactly(second);
        assertThat(first.total()).extracting(total -> total.count()).isEqualTo(2L);
        assertThat(next.items()).extracting(CardRow::level).containsExactly(CardLevel.NOTICE);
        assertThat(next.nextCursor()).isNull();
    }

    private static NewCard card(UnitId unit, CardLevel level) {
        return new NewCard(unit, level, CardOrigin.LEADER, "多次催办未果", "三日内书面说明并办结", null);
    }

    private NewCard card(CardLevel level) {
        return card(trouble.housing, level);
    }

    private long issue(CardLevel level) {
        return Actors.as(committee, () -> cards.issue(trouble.matter, card(level)));
    }

    private void acknowledge(long card) {
        Actors.as(housing.actor(), () -> cards.acknowledge(card, 1, housing.id()));
    }

    private void reply(long card) {
        Actors.as(housing.actor(), () -> cards.reply(card, 2, "已约双方到场,周五前办结。"));
    }

    private CardDetail detail(Actor reader, long card) {
        return Actors.as(reader, () -> cards.detail(card)).orElseThrow();
    }

    private Instant handling() {
        return trouble.detail(trouble.dispatcher).clocks().stream().filter(clock -> clock.key().equals("handle"))
                .findFirst().orElseThrow().dueAt();
    }
}
