package org.hejie.matter.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hejie.audit.AuditVerification;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.Matters.Standing;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.SourceLine;
import org.hejie.matter.Troubles;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.shared.web.Problem;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@HejieTest
class MatterLinksTest {

    @Autowired MatterLinks links;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired AuditVerification audit;
    @Autowired @FlywayDataSource DataSource owner;
    private Actor dispatcher;
    private MatterId quarrel;
    private MatterId damage;

    @BeforeEach
    void twoMatters() {
        dispatcher = county.dispatcher(302);
        Troubles troubles = new Troubles(matters, county);
        quarrel = troubles.noise();
        damage = troubles.told("楼道被堵", "邻居把杂物堆在楼道里。");
    }

    @Test
    void aLinkIsShownFromBothEnds() {
        link(damage, LinkKind.DERIVED, quarrel);

        assertThat(of(damage)).extracting(LinkedMatter::kind, LinkedMatter::outgoing, LinkedMatter::matterId)
                .containsExactly(tuple(LinkKind.DERIVED, true, quarrel.value()));
        assertThat(of(quarrel)).extracting(LinkedMatter::kind, LinkedMatter::outgoing, LinkedMatter::matterId)
                .containsExactly(tuple(LinkKind.DERIVED, false, damage.value()));
    }

    @Test
    void aLinkIsWrittenIntoBothHistories() {
        link(damage, LinkKind.SAME_CAUSE, quarrel);

        assertThat(history(damage)).containsExactly("REGISTER", "LINK");
        assertThat(history(quarrel)).containsExactly("REGISTER", "LINK");
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void aLinkTakenBackIsNotShownAnyMore() {
        link(damage, LinkKind.FOLLOW_UP, quarrel);
        takeBack(quarrel);

        assertThat(of(damage)).isEmpty();
        assertThat(history(damage)).containsExactly("REGISTER", "LINK", "UNLINK");
    }

    @Test
    void aLinkTakenBackMayBeMadeAgain() {
        link(damage, LinkKind.FOLLOW_UP, quarrel);
        takeBack(damage);
        link(damage, LinkKind.FOLLOW_UP, quarrel);

        assertThat(of(quarrel)).hasSize(1);
    }

    @Test
    void whatHappensToTheOtherMakesNoPageStale() {
        int seen = standing(quarrel).version();
        link(damage, LinkKind.SAME_CAUSE, quarrel);

        assertThat(standing(quarrel).version()).isEqualTo(seen);
    }

    @Test
    void aMatterIsNotLinkedToItself() {
        assertThatThrownBy(() -> link(quarrel, LinkKind.DERIVED, quarrel)).hasMessage("RULE_REFUSED: LINK_SAME_MATTER");
    }

    @ParameterizedTest
    @EnumSource(value = LinkKind.class, names = "SAME_CAUSE", mode = EnumSource.Mode.EXCLUDE)
    void linksThatWouldCloseACircleAreRefused(LinkKind kind) {
        close(quarrel);
        link(damage, kind, quarrel);

        assertThatThrownBy(() -> link(quarrel, kind, damage)).isInstanceOf(Problem.class).hasMessage("RULE_REFUSED: LINK_CIRCLE");
    }

    @Test
    void onlyWhatWasClosedIsReopened() {
        assertThatThrownBy(() -> link(damage, LinkKind.REOPEN_OF, quarrel)).hasMessage("RULE_REFUSED: LINK_STILL_OPEN");

        close(quarrel);
        link(damage, LinkKind.REOPEN_OF, quarrel);

        assertThat(of(damage)).extracting(LinkedMatter::kind).containsExactly(LinkKind.REOPEN_OF);
    }

    @Test
    void aCircleOverAThirdIsRefused() {
        MatterId third = new Troubles(matters, county).told("口角", "两户口角。");
        link(damage, LinkKind.FOLLOW_UP, quarrel);
        link(third, LinkKind.FOLLOW_UP, damage);

        assertThatThrownBy(() -> link(quarrel, LinkKind.FOLLOW_UP, third)).hasMessage("RULE_REFUSED: LINK_CIRCLE");
    }

    @Test
    void theSameCauseIsSaidOnceForBoth() {
        link(damage, LinkKind.SAME_CAUSE, quarrel);

        assertThatThrownBy(() -> link(quarrel, LinkKind.SAME_CAUSE, damage)).hasMessage("ALREADY_EXISTS: LINK");
    }

    @Test
    void mattersOfDifferentCountiesAreNotLinked() {
        JdbcClient.create(owner).sql("update matter.matter set county = '620122', save_seq = save_seq + 1 where id = :id")
                .param("id", quarrel.value()).update();

        assertThatThrownBy(() -> link(damage, LinkKind.SAME_CAUSE, quarrel)).hasMessage("RULE_REFUSED: LINK_OTHER_COUNTY");
    }

    @Test
    void whoDoesNotSeeTheOtherCannotLinkToIt() {
        MatterId elsewhere = new Troubles(matters, county).registered(SourceLine.WINDOW, null, "口角", "两户口角。",
                new Place("街口", "620123100", null, null, null));

        assertThatThrownBy(() -> Actors.as(county.townClerk(303, Troubles.TOWN), () -> links.add(damage, standing(damage).version(),
                new NewLink(LinkKind.SAME_CAUSE, elsewhere, "同一施工队"))))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors())
                        .containsExactly(new Problem.FieldError("matterId", "UNKNOWN")));
    }

    @Test
    void onlyADispatcherSaysThatTwoAreOne() {
        assertThatThrownBy(() -> Actors.as(county.townClerk(303, Troubles.TOWN), () -> links.add(damage, standing(damage).version(),
                new NewLink(LinkKind.DUP, quarrel, "同一件事")))).hasMessage("FORBIDDEN");
    }

    private void takeBack(MatterId one) {
        Actors.as(dispatcher, () -> links.remove(one, standing(one).version(),
                new LinkId(links.of(one).getFirst().id()), "关联有误"));
    }

    private Standing link(MatterId from, LinkKind kind, MatterId to) {
        return Actors.as(dispatcher, () -> links.add(from, standing(from).version(), new NewLink(kind, to, "同一栋楼")));
    }

    private List<LinkedMatter> of(MatterId matter) {
        return Actors.as(dispatcher, () -> links.of(matter));
    }

    private Standing standing(MatterId id) {
        return Actors.as(dispatcher, () -> matters.standing(id)).orElseThrow();
    }

    private void close(MatterId matter) {
        JdbcClient.create(owner).sql("update matter.matter set closed_at = registered_at, save_seq = save_seq + 1 where id = :id")
                .param("id", matter.value()).update();
    }

    private List<String> history(MatterId id) {
        return Actors.as(dispatcher, () -> matters.detail(id)).orElseThrow().timeline().stream()
                .map(MatterDetail.Entry::action).toList();
    }
}
