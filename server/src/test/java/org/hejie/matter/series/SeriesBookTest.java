package org.hejie.matter.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.hejie.audit.AuditVerification;
import org.hejie.matter.Act;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.SourceLine;
import org.hejie.matter.Troubles;
import org.hejie.matter.link.LinkKind;
import org.hejie.matter.link.MatterLinks;
import org.hejie.matter.link.NewLink;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HejieTest
class SeriesBookTest {

    @Autowired SeriesBook book;
    @Autowired MatterLinks links;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired AuditVerification audit;
    private Actor dispatcher;
    private Troubles troubles;
    private MatterId lead;
    private MatterId second;
    private MatterId third;

    @BeforeEach
    void threeClaimants() {
        dispatcher = county.dispatcher(421);
        troubles = new Troubles(matters, county);
        lead = troubles.told("拖欠工资", "工地拖欠工资三个月。");
        second = troubles.told("拖欠工资二", "同一工地拖欠工资。");
        third = troubles.told("拖欠工资三", "同一工地拖欠工资两个月。");
    }

    @Test
    void aSeriesHasANameALeadAndMembers() {
        Series made = made();

        assertThat(made.name()).isEqualTo("某工地欠薪串案");
        assertThat(made.members()).extracting(Series.Member::matterId).containsExactly(lead.value(), second.value());
        assertThat(made.members().getFirst().lead()).isTrue();
    }

    @Test
    void joiningIsWrittenIntoTheHistory() {
        made();

        assertThat(history(second)).containsExactly("REGISTER", "JOIN_SERIES");
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void joiningMakesNoPageStale() {
        made();

        assertThat(Actors.as(dispatcher, () -> matters.standing(second)).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void membersAreActedOnByThemselves() {
        made();
        Actors.as(dispatcher, () -> matters.act(second, 1, new Act.Withdraw("当事人撤回")));

        assertThat(ofMatter(second).members()).extracting(Series.Member::status).containsExactly("REGISTERED", "WITHDRAWN");
    }

    @Test
    void anotherJoinsLater() {
        Series made = made();

        assertThat(Actors.as(dispatcher, () -> book.join(new SeriesId(made.id()), third, "同一工地")).members()).hasSize(3);
    }

    @Test
    void whoLeavesIsNoMemberAnyMore() {
        Series made = made();
        Series left = Actors.as(dispatcher, () -> book.leave(new SeriesId(made.id()), second, "不是同一工地"));

        assertThat(left.members()).hasSize(1);
        assertThat(Actors.as(dispatcher, () -> book.of(second))).isEmpty();
        assertThat(history(second)).containsExactly("REGISTER", "JOIN_SERIES", "LEAVE_SERIES");
    }

    @Test
    void theLeadDoesNotLeaveTheOthersBehind() {
        Series made = made();

        assertThatThrownBy(() -> Actors.as(dispatcher, () -> book.leave(new SeriesId(made.id()), lead, "误")))
                .hasMessage("RULE_REFUSED: SERIES_LEAD");
    }

    @Test
    void anotherLeadMayBeChosen() {
        Series made = made();

        assertThat(Actors.as(dispatcher, () -> book.change(new SeriesId(made.id()), "欠薪串案", second)).leadMatterId()).isEqualTo(second.value());
    }

    @Test
    void aMatterBelongsToOneSeries() {
        made();

        assertThatThrownBy(() -> make(third, second)).hasMessage("RULE_REFUSED: SERIES_OTHER");
    }

    @Test
    void aMergedTwinIsNoMember() {
        Actors.as(dispatcher, () -> links.add(second, 1, new NewLink(LinkKind.DUP, third, "同一件事")));

        assertThatThrownBy(() -> make(lead, second)).hasMessage("RULE_REFUSED: SERIES_MERGED");
    }

    @Test
    void oneMatterIsNoSeries() {
        assertThatThrownBy(() -> make(lead, lead)).hasMessageContaining("INVALID_FIELDS");
    }

    @Test
    void outsideTheScopeASeriesIsNotThere() {
        Series made = made();

        assertThat(Actors.as(county.townClerk(422, "620123100"), () -> book.find(new SeriesId(made.id())))).isEmpty();
    }

    @Test
    void whoSeesOneMemberSeesHowManyMoreThereAre() {
        MatterId elsewhere = troubles.registered(SourceLine.WINDOW, null, "拖欠工资", "同一公司。", new Place("街口", "620123100", null, null, null));
        Series made = make(lead, elsewhere);

        Series seen = Actors.as(county.townClerk(423, Troubles.TOWN), () -> book.find(new SeriesId(made.id()))).orElseThrow();
        assertThat(seen.members()).extracting(Series.Member::matterId).containsExactly(lead.value());
        assertThat(seen.hidden()).isEqualTo(1);
    }

    private Series made() {
        return make(lead, second);
    }

    private Series make(MatterId leading, MatterId other) {
        return Actors.as(dispatcher, () -> book.make(new NewSeries("某工地欠薪串案", leading, List.of(leading, other), "同一工地")));
    }

    private Series ofMatter(MatterId id) {
        return Actors.as(dispatcher, () -> book.of(id)).orElseThrow();
    }

    private List<String> history(MatterId id) {
        return Actors.as(dispatcher, () -> matters.detail(id)).orElseThrow().timeline().stream().map(MatterDetail.Entry::action).toList();
    }
}
