package org.hejie.matter.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hejie.audit.AuditVerification;
import org.hejie.calendar.Limit;
import org.hejie.intake.Answers;
import org.hejie.intake.ResidentDesk;
import org.hejie.intake.ResidentView;
import org.hejie.matter.Act;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterDetail.OutsideNumber;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.Matters.Standing;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.ResultKind;
import org.hejie.matter.SourceLine;
import org.hejie.matter.Troubles;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.party.NewParty;
import org.hejie.shared.Times;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@HejieTest
class MergingTest {

    @Autowired MatterLinks links;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired ResidentDesk desk;
    @Autowired Answers answers;
    @Autowired TestClock clock;
    @Autowired AuditVerification audit;
    @Autowired @FlywayDataSource DataSource owner;
    private Actor dispatcher;
    private Troubles troubles;
    private MatterId master;
    private MatterId twin;

    @BeforeEach
    void twoReportsOfOneTrouble() {
        dispatcher = county.dispatcher(312);
        troubles = new Troubles(matters, county);
        master = troubles.noise();
        twin = reported("HL-" + System.nanoTime());
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aTwinRestsWithItsMaster() {
        merge(twin, master);

        assertThat(standing(twin).status().name()).isEqualTo("MERGED");
        assertThat(history(twin)).containsExactly("REGISTER", "MERGE");
        assertThat(history(master)).containsExactly("REGISTER", "MERGE");
        assertThat(detail(dispatcher, twin).clocks()).allMatch(one -> one.stoppedAt() != null);
    }

    @Test
    void theMasterShowsEveryOutsideNumber() {
        String second = "HL-" + System.nanoTime();
        merge(twin, master);
        merge(reported(second), twinsMaster());

        assertThat(detail(dispatcher, master).outsideNumbers()).contains(new OutsideNumber("HOTLINE", second)).hasSize(2);
    }

    @Test
    void theLineOfATwinHearsOfTheMergeAndWhatTheMasterComesTo() {
        String number = "HL-" + System.nanoTime();
        MatterId told = reported(number);
        merge(told, master);
        act(dispatcher, master, new Act.Dispatch(county.center(Troubles.TOWN).id(), List.of(), null, null, null));
        act(county.townClerk(314, Troubles.TOWN), master, new Act.SubmitResult(ResultKind.EXPLAINED, true, null, "已劝导", List.of()));
        act(dispatcher, master, new Act.Check(true, null));

        assertThat(toldTo(number)).containsExactly("MERGED", "ASSIGNED", "CLOSED");
    }

    @Test
    void theLineOfATwinGivenBackHearsNoMoreOfTheMaster() {
        String number = "HL-" + System.nanoTime();
        MatterId told = reported(number);
        merge(told, master);
        unmerge(told);
        act(dispatcher, master, new Act.Withdraw("反映人撤回"));

        assertThat(toldTo(number)).containsExactly("MERGED");
    }

    @Test
    void nothingIsDoneToAMergedTwin() {
        merge(twin, master);

        assertThatThrownBy(() -> act(dispatcher, twin, new Act.Accept(null))).hasMessage("WRONG_STATE");
    }

    @Test
    void theReporterOfATwinSeesTheMaster() {
        merge(twin, master);

        assertThat(Actors.as(Actor.resident(twin.value()), () -> matters.masterOf(twin))).contains(master);
        assertThat(detail(Actor.resident(twin.value()), master).parties()).isEmpty();
    }

    @Test
    void theReporterOfATwinIsToldHowTheMasterStands() {
        merge(twin, master);
        act(dispatcher, master, new Act.Dispatch(county.unit("housing").id(), List.of(), null, null, null));

        ResidentView told = desk.view(twin);
        assertThat(told.now()).isEqualTo(desk.view(master).now());
        assertThat(told.code()).isEqualTo(standing(twin).code().value());
    }

    @Test
    void whoHandlesTheMasterSeesTheTwinAndItsPeople() {
        var housing = county.unit("housing");
        act(dispatcher, master, new Act.Dispatch(housing.id(), List.of(), null, null, null));
        merge(twin, master);

        assertThat(detail(county.clerkOf(313, housing), twin).parties()).hasSize(1);
    }

    @Test
    void unmergingRestoresEveryColumnAndClock() {
        act(dispatcher, master, new Act.Dispatch(county.unit("housing").id(), List.of(), null, null, null));
        act(dispatcher, twin, new Act.Dispatch(county.center(Troubles.TOWN).id(), List.of(), null, null, null));
        act(county.townClerk(314, Troubles.TOWN), twin, new Act.Sign(null));
        List<Map<String, Object>> before = stored(twin);
        List<Map<String, Object>> masterBefore = stored(master);
        merge(twin, master);
        clock.advance(Duration.ofHours(30));
        unmerge(twin);

        assertThat(stored(twin)).isEqualTo(before);
        assertThat(stored(master)).isEqualTo(masterBefore);
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void anExtensionAskedForIsStillAskedFor() {
        act(dispatcher, twin, new Act.Dispatch(county.center(Troubles.TOWN).id(), List.of(), null, null, null));
        act(county.townClerk(314, Troubles.TOWN), twin, new Act.Sign(null));
        act(county.townClerk(314, Troubles.TOWN), twin, new Act.RequestExtension(Limit.parse("3wd"), null, "现场复杂"));
        List<Map<String, Object>> before = stored(twin);
        merge(twin, master);
        unmerge(twin);

        assertThat(stored(twin)).isEqualTo(before);
    }

    @Test
    void anUnmergedTwinGoesOn() {
        merge(twin, master);
        unmerge(twin);
        act(dispatcher, twin, new Act.Accept(null));

        assertThat(history(twin)).containsExactly("REGISTER", "MERGE", "UNMERGE", "ACCEPT");
    }

    @Test
    void afterUnmergingTheReporterSeesTheMasterNoMore() {
        merge(twin, master);
        unmerge(twin);

        assertThat(Actors.as(Actor.resident(twin.value()), () -> matters.detail(master))).isEmpty();
    }

    @Test
    void mergingInACircleIsRefused() {
        merge(twin, master);

        assertThatThrownBy(() -> merge(master, twin)).hasMessage("RULE_REFUSED: LINK_CIRCLE");
    }

    @Test
    void aMatterIsNotMergedWithItself() {
        assertThatThrownBy(() -> merge(twin, twin)).hasMessage("RULE_REFUSED: LINK_SAME_MATTER");
    }

    @Test
    void mergingIntoWhatIsMergedIsRefused() {
        merge(twin, master);

        assertThatThrownBy(() -> merge(troubles.noise(), twin)).hasMessage("RULE_REFUSED: MERGE_INTO_MERGED");
    }

    @Test
    void anAnsweredMatterIsNotMergedAnyMore() {
        act(dispatcher, twin, new Act.Dispatch(county.center(Troubles.TOWN).id(), List.of(), null, null, null));
        act(county.townClerk(314, Troubles.TOWN), twin, new Act.SubmitResult(ResultKind.EXPLAINED, true, null, "已劝导", List.of()));

        assertThatThrownBy(() -> merge(twin, master)).hasMessage("RULE_REFUSED: MERGE_TOO_LATE");
    }

    @Test
    void mattersOfDifferentCountiesAreNotMerged() {
        JdbcClient.create(owner).sql("update matter.matter set county = '620122', save_seq = save_seq + 1 where id = :id")
                .param("id", master.value()).update();

        assertThatThrownBy(() -> merge(twin, master)).hasMessage("RULE_REFUSED: LINK_OTHER_COUNTY");
    }

    @Test
    void aMasterThatIsMergedItselfIsUnmergedFirst() {
        MatterId last = troubles.noise();
        merge(twin, master);
        merge(master, last);

        assertThat(Actors.as(Actor.resident(twin.value()), () -> matters.masterOf(twin))).contains(last);
        assertThatThrownBy(() -> unmerge(twin)).hasMessage("RULE_REFUSED: MASTER_MERGED_ITSELF");
    }

    private MatterId reported(String number) {
        return troubles.registered(SourceLine.HOTLINE, number, "夜间施工噪声", "三号楼楼上夜间施工,无法休息。",
                new Place("某小区三号楼", Troubles.TOWN, null, null, null), new Participant(PartyRole.APPLICANT, NewParty.person("李小民")));
    }

    private List<String> toldTo(String number) {
        return Actors.as(dispatcher, () -> answers.ofDay(SourceLine.HOTLINE, Times.dateOf(clock.instant()))).stream()
                .map(Answers.Told::answer).filter(answer -> answer.outsideNo().equals(number))
                .map(answer -> answer.status().name()).toList();
    }

    private MatterId twinsMaster() {
        return Actors.as(dispatcher, () -> matters.masterOf(twin)).orElseThrow();
    }

    /** The matter's row, clocks and steps, and who sees its people; without what every event moves on. */
    private List<Map<String, Object>> stored(MatterId id) {
        return JdbcClient.create(owner).sql("""
                select (select to_jsonb(m) - 'version' - 'event_seq' - 'head_hash' - 'save_seq' - 'visible_to'
                               || jsonb_build_object('keys', (select jsonb_agg(k order by k) from unnest(m.visible_to) k))
                          from matter.matter m where m.id = :id)::text as matter,
                       (select jsonb_agg(to_jsonb(c) order by c.key, c.run) from matter.clock c where c.matter_id = :id)::text as clocks,
                       (select jsonb_agg(to_jsonb(s) order by s.seq) from matter.step s where s.matter_id = :id)::text as steps,
                       (select jsonb_agg((select jsonb_agg(k order by k) from unnest(p.visible_to) k) order by p.id)
                          from party.party p join matter.party_role r on r.party_id = p.id
                         where r.matter_id = :id)::text as people
                """).param("id", id.value()).query().listOfRows();
    }

    private Standing merge(MatterId duplicate, MatterId into) {
        return Actors.as(dispatcher, () -> links.add(duplicate, standing(duplicate).version(),
                new NewLink(LinkKind.DUP, into, "同一楼栋同一工地")));
    }

    private Standing unmerge(MatterId duplicate) {
        return Actors.as(dispatcher, () -> links.remove(duplicate, standing(duplicate).version(),
                new LinkId(links.of(duplicate).stream().filter(LinkedMatter::outgoing).findFirst().orElseThrow().id()), "不是同一件事"));
    }

    private void act(Actor actor, MatterId id, Act act) {
        Actors.as(actor, () -> matters.act(id, standing(id).version(), act));
    }

    private Standing standing(MatterId id) {
        return Actors.as(dispatcher, () -> matters.standing(id)).orElseThrow();
    }

    private MatterDetail detail(Actor reader, MatterId id) {
        return Actors.as(reader, () -> matters.detail(id)).orElseThrow();
    }

    private List<String> history(MatterId id) {
        return detail(dispatcher, id).timeline().stream().map(MatterDetail.Entry::action).toList();
    }
}
