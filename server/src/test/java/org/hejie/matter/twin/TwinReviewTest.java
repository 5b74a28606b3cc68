package org.hejie.matter.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.Matters.Standing;
import org.hejie.matter.Troubles;
import org.hejie.matter.link.LinkId;
import org.hejie.matter.link.LinkKind;
import org.hejie.matter.link.MatterLinks;
import org.hejie.matter.link.NewLink;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;

@HejieTest
class TwinReviewTest {

    private static final String PIT = "化工厂后门污水沟夜里排放刺鼻废水,沟边庄稼枯死,村民多次反映无人处理。";
    private static final String PIT_AGAIN = "化工厂后门的污水沟夜里排放刺鼻废水,沟边庄稼枯死,多次反映无人处理。";

    @Autowired TwinReview review;
    @Autowired TwinSearchRun run;
    @Autowired Twins twins;
    @Autowired MatterLinks links;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired @FlywayDataSource DataSource owner;
    private Actor dispatcher;
    private Troubles troubles;
    private MatterId first;
    private MatterId second;

    @BeforeEach
    void twoTellingsOfOneTrouble() {
        dispatcher = county.dispatcher(411);
        troubles = new Troubles(matters, county);
        String factory = unlikeAnother();
        first = troubles.told("污水沟", factory + PIT);
        second = troubles.told("污水沟排废水", factory + PIT_AGAIN);
    }

    @Test
    void whatWasNotedIsListedWithItsReasons() {
        lookedFor(second);

        TwinPair pair = pairOfBoth();
        assertThat(pair.score()).isGreaterThanOrEqualTo(45);
        assertThat(pair.reasons().getFirst().reason()).isEqualTo(TwinReason.SIMILAR_TEXT);
    }

    @Test
    void aPairIsListedOnceWhicheverWasLookedFor() {
        lookedFor(first, second);

        assertThat(listed()).filteredOn(this::ofBoth).hasSize(1);
    }

    @Test
    void nothingIsMergedByTheMachine() {
        lookedFor(second);

        assertThat(Actors.as(dispatcher, () -> matters.standing(second)).orElseThrow().status().name()).isEqualTo("REGISTERED");
    }

    @Test
    void aPairLinkedByAPersonIsDecided() {
        lookedFor(second);
        Actors.as(dispatcher, () -> links.add(second, 1, new NewLink(LinkKind.SAME_CAUSE, first, "同一工厂")));

        assertThat(listed()).noneMatch(this::ofBoth);
    }

    /** Each pair found refers to its two matters until the search commits: they are held against deletion, not against those at work on them. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aSearchThatGoesOnKeepsNobodyFromMergingAndUnmerging() throws SQLException {
        try (Connection searching = owner.getConnection(); Statement statement = searching.createStatement()) {
            searching.setAutoCommit(false);
            statement.execute("select from matter.matter where id in (" + first.value() + ", " + second.value() + ") for key share");

            Standing merged = Actors.as(dispatcher, () -> links.add(second, 1, new NewLink(LinkKind.DUP, first, "同一水沟")));
            var link = new LinkId(Actors.as(dispatcher, () -> links.of(second)).getFirst().id());
            Actors.run(dispatcher, () -> links.remove(second, merged.version(), link, "两条水沟"));
            searching.rollback();
        }

        assertThat(Actors.as(dispatcher, () -> links.of(second))).isEmpty();
    }

    @Test
    void aPairToldApartIsNotSuggestedAgain() {
        lookedFor(second);
        apart();
        lookedFor(second);

        assertThat(listed()).noneMatch(this::ofBoth);
        assertThat(suggested()).doesNotContain(first.value());
    }

    @Test
    void whoToldThemApartIsShownFromBothEnds() {
        apart();

        ToldApart seen = Actors.as(dispatcher, () -> review.toldApart(first)).getFirst();
        assertThat(seen.matterId()).isEqualTo(second.value());
        assertThat(seen.reason()).isEqualTo("两家工厂");
        assertThat(seen.saidAt()).isNotNull();
    }

    @Test
    void whatWasTakenBackIsSuggestedAgain() {
        ToldApart apart = apart();
        Actors.run(dispatcher, () -> review.revoke(second, apart.id()));

        assertThat(suggested()).contains(first.value());
        assertThat(Actors.as(dispatcher, () -> review.toldApart(first))).isEmpty();
    }

    @Test
    void tellingApartTwiceIsRefused() {
        apart();

        assertThatThrownBy(this::apart).hasMessage("ALREADY_EXISTS: TOLD_APART");
    }

    @Test
    void aMatterIsNotToldApartFromItself() {
        assertThatThrownBy(() -> Actors.as(dispatcher, () -> review.tellApart(first, first, "误"))).hasMessage("RULE_REFUSED: LINK_SAME_MATTER");
    }

    @Test
    void whatIsMergedIsNotToldApart() {
        merge();

        assertThatThrownBy(this::apart).hasMessage("RULE_REFUSED: MERGED_ALREADY");
    }

    @Test
    void whatWasToldApartIsNotMergedByMistake() {
        apart();

        assertThatThrownBy(this::merge).hasMessage("RULE_REFUSED: TOLD_APART");
    }

    @Test
    void nobodySeesAPairOutsideHisScope() {
        lookedFor(second);

        assertThat(Actors.as(county.townClerk(412, "620123100"), () -> review.toReview(null, 100, false)).items()).noneMatch(this::ofBoth);
    }

    @Test
    void theListGoesOnWhereAPageEnded() {
        MatterId third = troubles.told("污水沟再报", PIT);
        lookedFor(second, third);
        var page = Actors.as(dispatcher, () -> review.toReview(null, 1, true));

        var next = Actors.as(dispatcher, () -> review.toReview(page.nextCursor(), 1, false));
        assertThat(next.items()).isNotEmpty().doesNotContainAnyElementsOf(page.items());
        assertThat(page.total().count()).isGreaterThanOrEqualTo(2);
    }

    /** A name that brings these two nearer to each other than to those of the other tests: only the nearest few are suggested. */
    private static String unlikeAnother() {
        return ThreadLocalRandom.current().ints(12, 0x4E00, 0x9FA5).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private void lookedFor(MatterId... ids) {
        Actors.run(dispatcher, () -> review.lookLater(List.of(ids)));
        run.toTheEnd(() -> false);
    }

    private ToldApart apart() {
        return Actors.as(dispatcher, () -> review.tellApart(second, first, "两家工厂"));
    }

    private void merge() {
        Actors.as(dispatcher, () -> links.add(second, 1, new NewLink(LinkKind.DUP, first, "同一件事")));
    }

    private List<Long> suggested() {
        return Actors.as(dispatcher, () -> twins.of(second)).stream().map(Twin::matterId).toList();
    }

    private TwinPair pairOfBoth() {
        return listed().stream().filter(this::ofBoth).findFirst().orElseThrow();
    }

    private List<TwinPair> listed() {
        return Actors.as(dispatcher, () -> review.toReview(null, 100, false)).items();
    }

    private boolean ofBoth(TwinPair pair) {
        return List.of(pair.matter().id(), pair.other().id()).containsAll(List.of(first.value(), second.value()));
    }
}
