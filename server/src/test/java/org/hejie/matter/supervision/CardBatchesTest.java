package org.hejie.matter.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.Troubles;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several rows of a list, one card each. */
@HejieTest
class CardBatchesTest {

    private static final int AT_ONCE = 6;

    @Autowired Cards cards;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired TestStaff staff;
    private Supervised one;
    private Supervised other;
    private Actor committee;

    @BeforeEach
    void twoMattersInHand() {
        one = new Supervised(matters, county, county.dispatcher(312));
        other = new Supervised(matters, county, county.dispatcher(312));
        committee = staff.committee().actor();
    }

    @Test
    void eachMatterGetsOneCardForTheUnitThatLeadsIt() {
        CardBatch.CardBatchOutcome outcome = issue(committee, CardLevel.YELLOW, one.matter, other.matter, one.matter);

        assertThat(outcome.refused()).isEmpty();
        assertThat(outcome.issued()).extracting(CardBatch.CardOnMatter::matterId, CardBatch.CardOnMatter::unitId).containsExactly(
                tuple(one.matter.value(), one.housing.value()), tuple(other.matter.value(), one.housing.value()));
        assertThat(cardsOn(one.matter)).extracting(CardRow::level, CardRow::reason).containsExactly(tuple(CardLevel.YELLOW, "多次催办未果"));
        assertThat(other.history(other.dispatcher)).endsWith("ISSUE_CARD");
    }

    @Test
    void whatIsRefusedForOneStopsNoOther() {
        MatterId nobodys = new Troubles(matters, county).noise();

        CardBatch.CardBatchOutcome outcome = issue(committee, CardLevel.NOTICE, nobodys, new MatterId(Long.MAX_VALUE), one.matter);

        assertThat(outcome.issued()).extracting(CardBatch.CardOnMatter::matterId).containsExactly(one.matter.value());
        assertThat(outcome.refused()).containsExactly(new CardBatch.CardRefusal(nobodys.value(), "NO_LEAD_UNIT"),
                new CardBatch.CardRefusal(Long.MAX_VALUE, "NOT_FOUND"));
        assertThat(cardsOn(nobodys)).isEmpty();
    }

    @Test
    void aBatchSentTwiceAsksNobodyTwice() {
        issue(committee, CardLevel.RED, one.matter);

        CardBatch.CardBatchOutcome again = issue(committee, CardLevel.RED, one.matter, other.matter);

        assertThat(again.refused()).containsExactly(new CardBatch.CardRefusal(one.matter.value(), "HAS_OPEN_CARD"));
        assertThat(again.issued()).extracting(CardBatch.CardOnMatter::matterId).containsExactly(other.matter.value());
        assertThat(cardsOn(one.matter)).hasSize(1);
    }

    @Test
    void batchesSentAtOneInstantAskOnce() throws Exception {
        var begin = new CyclicBarrier(AT_ONCE);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var sent = Stream.generate(() -> threads.submit(() -> {
                begin.await();
                return issue(committee, CardLevel.YELLOW, one.matter, other.matter);
            })).limit(AT_ONCE).toList();
            for (var answer : sent) {
                assertThat(answer.get().issued().size() + answer.get().refused().size()).isEqualTo(2);
            }
        }

        assertThat(cardsOn(one.matter)).hasSize(1);
        assertThat(cardsOn(other.matter)).hasSize(1);
    }

    @Test
    void whoMayNotIssueTheLevelIssuesNone() {
        assertThatThrownBy(() -> issue(one.dispatcher, CardLevel.NOTICE, one.matter)).hasMessage("FORBIDDEN: CARD_LEVEL");
        assertThatThrownBy(() -> issue(staff.director().actor(), CardLevel.CIRCULAR, one.matter)).hasMessage("FORBIDDEN: CARD_LEVEL");
    }

    @Test
    void aDayGoneByIsRefusedBeforeAnyIsIssued() {
        var late = new CardBatch(List.of(one.matter), CardLevel.NOTICE, CardOrigin.LEADER, "督办", "办结", LocalDate.of(2020, 1, 1));

        assertThatThrownBy(() -> Actors.as(committee, () -> cards.issueEach(late))).hasMessageContaining("INVALID_FIELDS");
        assertThat(cardsOn(one.matter)).isEmpty();
    }

    @Test
    void aBatchIsOfFiftyAtMost() {
        assertThatThrownBy(() -> batch(CardLevel.NOTICE, LongStream.rangeClosed(1, 51).mapToObj(MatterId::new).toArray(MatterId[]::new)))
                .hasMessageContaining("INVALID_FIELDS");
        assertThatThrownBy(() -> batch(CardLevel.NOTICE)).hasMessageContaining("INVALID_FIELDS");
    }

    private CardBatch.CardBatchOutcome issue(Actor by, CardLevel level, MatterId... wanted) {
        return Actors.as(by, () -> cards.issueEach(batch(level, wanted)));
    }

    private static CardBatch batch(CardLevel level, MatterId... wanted) {
        return new CardBatch(List.of(wanted), level, CardOrigin.LEADER, "多次催办未果", "三日内书面说明并办结", null);
    }

    private List<CardRow> cardsOn(MatterId matter) {
        return Actors.as(committee, () -> cards.list(CardSearch.of(matter.value()), null, 50, false)).items();
    }
}
