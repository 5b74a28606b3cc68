package org.hejie.matter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hejie.calendar.Limit;
import org.hejie.document.Documents;
import org.hejie.document.FileId;
import org.hejie.document.NewFile;
import org.hejie.document.internal.Samples;
import org.hejie.matter.Act;
import org.hejie.matter.Evaluation;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.ResultKind;
import org.hejie.matter.SafetyFact;
import org.hejie.matter.SourceLine;
import org.hejie.matter.Troubles;
import org.hejie.matter.link.LinkId;
import org.hejie.matter.link.LinkKind;
import org.hejie.matter.link.MatterLinks;
import org.hejie.matter.link.NewLink;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.party.NewParty;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a server kept of a matter is what stands in the database, or it is not used. */
@HejieTest
class RecentMattersTest {

    @Autowired RecentMatters recent;
    @Autowired MatterLoader loader;
    @Autowired MatterStore store;
    @Autowired Matters matters;
    @Autowired MatterChronicle chronicle;
    @Autowired Documents documents;
    @Autowired MatterLinks links;
    @Autowired County county;
    @Autowired TransactionTemplate transaction;
    @Autowired @FlywayDataSource DataSource owner;
    private Actor dispatcher;
    private Actor town;
    private UnitId center;
    private MatterId matter;

    @BeforeEach
    void aMatter() {
        dispatcher = county.dispatcher(302);
        town = county.townClerk(303, Troubles.TOWN);
        center = county.center(Troubles.TOWN).id();
        matter = registered();
    }

    private MatterId registered(Long... documents) {
        return Actors.as(county.window(301), () -> matters.register(new RegisterMatter(SourceLine.WINDOW,
                "W-" + System.nanoTime(), null, null, "渠口淤堵", "二社渠口淤堵，浇不上水。", "0202", "0201",
                new Place("二社渠口", Troubles.TOWN, null, 104.11, 35.87), LocalDate.of(2026, 11, 20), 2, new BigDecimal("100"), null,
                List.of(new Participant(PartyRole.APPLICANT, NewParty.person("李小民")),
                        new Participant(PartyRole.RESPONDENT, NewParty.person("王大友"))),
                new ProcedureId("dispute"), List.of(documents), null, Set.of(SafetyFact.THREAT)))).id();
    }

    @Test
    void whatIsKeptIsWhatIsStoredFromTheDoorToTheArchive() {
        sameAsStored();
        act(dispatcher, new Act.Dispatch(county.unit("housing").id(), List.of(center), null, null, "属住建"));
        act(county.clerkOf(304, county.unit("housing")), new Act.Return("COMPETENCE", "不属本单位职能", List.of()));
        act(dispatcher, new Act.Dispatch(center, List.of(), null, null, null));
        act(town, new Act.Sign(null));
        act(town, new Act.RequestExtension(Limit.parse("3wd"), null, "现场复杂"));
        act(county.director(305), new Act.DecideExtension(true, null));
        act(town, new Act.Suspend("APPRAISAL", LocalDate.now().plusDays(20), "等鉴定", List.of(file("suspension-evidence"))));
        act(town, new Act.Resume(null));
        act(town, new Act.SubmitResult(ResultKind.EXPLAINED, true, null, "已劝导", List.of()));
        act(dispatcher, new Act.Check(true, null));
        act(dispatcher, new Act.Visit(false, "水通了"));
        act(Actor.resident(matter.value()), new Act.Evaluate(Evaluation.DISSATISFIED, List.of("SLOW"), null));
        act(dispatcher, new Act.Archive());
    }

    @Test
    void oneThatIsKeptIsNotReadAgain() {
        hand("visit_count = 7");

        assertThat(moved(dispatcher)).get().extracting(kept -> kept.visitCount).isEqualTo(0);
    }

    @Test
    void oneThatWasSavedElsewhereIsReadAgain() {
        hand("visit_count = 7, save_seq = save_seq + 1");

        assertThat(moved(dispatcher)).get().extracting(read -> read.visitCount).isEqualTo(7);
    }

    @Test
    void oneWhoseHistoryWentOnIsReadAgain() {
        hand("visit_count = 7");
        Actors.run(dispatcher, () -> chronicle.write(matter, new Happening(MatterAction.RECORD_CONSENT, "ONE", null, Map.of(), List.of())));

        assertThat(moved(dispatcher)).get().extracting(read -> read.visitCount).isEqualTo(7);
        sameAsStored();
    }

    @Test
    void nobodyOutsideTheScopeIsGivenIt() {
        assertThat(moved(county.townClerk(306, "620123108"))).isEmpty();
    }

    @Test
    void whatWasUndoneIsNotKept() {
        assertThatThrownBy(() -> Actors.run(dispatcher, () -> transaction.executeWithoutResult(status -> {
            matters.act(matter, version(), new Act.Dispatch(center, List.of(), null, null, null));
            throw new IllegalStateException("undone");
        }))).hasMessage("undone");

        sameAsStored();
        hand("visit_count = 7");
        assertThat(moved(dispatcher)).get().satisfies(registered -> {
            assertThat(registered.leadUnit).isNull();
            assertThat(registered.visitCount).isZero(); // what was registered is kept still
        });
    }

    /** A matter that has been through its moves makes room for one that has just come, however often it was asked for. */
    @Test
    void theLastOnesAreKept() {
        var few = new RecentMatters(2);
        List<Matter> all = Stream.generate(() -> read(registered())).limit(4).toList();
        all.forEach(one -> {
            few.put(one);
            IntStream.range(0, 20 / (all.indexOf(one) + 1)).forEach(time -> few.last(one.id));
        });

        assertThat(all).extracting(one -> few.has(one.id)).containsExactly(false, false, true, true);
    }

    @Test
    void aSaveWithoutAnEventIsNotKept() {
        Matter read = read();

        assertThatIllegalArgumentException().isThrownBy(() -> recent.keep(read));
    }

    @Test
    void theCallersCopyIsHisOwn() {
        moved(dispatcher).orElseThrow().clocks.getFirst().stop(read().registeredAt);

        assertThat(moved(dispatcher).orElseThrow().clocks).allMatch(ClockRun::running);
    }

    /** The one who waits would otherwise take the files from before his statement began, and the state from after. */
    @Test
    void whoWaitedSeesTheFilesOfTheOneHeWaitedFor() throws Exception {
        act(dispatcher, new Act.Dispatch(center, List.of(), null, null, null));
        Act.Attachment photo = file("suspension-evidence");
        CompletableFuture<Optional<Matter>> waiting = Actors.as(town, () -> transaction.execute(status -> {
            matters.act(matter, version(), new Act.AddMaterial(List.of(photo), null));
            var other = CompletableFuture.supplyAsync(() -> moved(dispatcher));
            waitsForALock("%save_seq%for no key update%");
            return other;
        }));

        assertThat(waiting.get(10, TimeUnit.SECONDS)).get().extracting(seen -> seen.hasFiles).isEqualTo(true);
    }

    @Test
    void anActGoesOutWithItsSaveAndIsRefusedWhenAnotherWasFirst() {
        int version = Actors.as(dispatcher, this::version);
        var dispatch = new Act.Dispatch(center, List.of(), null, null, null);
        CompletableFuture<Void> second = Actors.as(dispatcher, () -> transaction.execute(status -> {
            matters.act(matter, version, dispatch);
            var other = CompletableFuture.runAsync(() -> Actors.run(dispatcher, () -> matters.act(matter, version, dispatch)));
            waitsForALock("%with saved as (update matter.matter %");
            return other;
        }));

        assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS)).cause()
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.type()).isEqualTo(ProblemType.STALE));
        sameAsStored();
    }

    @Test
    void anActToAMatterThatWasSavedElsewhereGoesOnFromThat() {
        closed();
        hand("visit_count = 7, save_seq = save_seq + 1");

        act(dispatcher, new Act.Visit(false, "水通了"));

        assertThat(read().visitCount).isEqualTo(8);
    }

    @Test
    void anActToAMatterWhoseHistoryWentOnGoesOnFromThat() {
        Actors.run(dispatcher, () -> chronicle.write(matter, new Happening(MatterAction.RECORD_CONSENT, "ONE", null, Map.of(), List.of())));

        act(dispatcher, new Act.Dispatch(center, List.of(), null, null, null));
    }

    @Test
    void filesThatCameMeanwhileAreShownWithTheMatter() {
        var photo = new FileId(file("suspension-evidence").documentId());
        long[] keys = Showing.keys(read());
        Actors.run(town, () -> documents.attach(List.of(photo), matter.value(), keys));

        act(dispatcher, new Act.Dispatch(county.unit("housing").id(), List.of(), null, null, "属住建"));

        Actor housing = county.clerkOf(304, county.unit("housing"));
        assertThat(Actors.as(housing, () -> documents.of(matter.value()))).hasSize(1);
    }

    @Test
    void whoeverGivesItAFileOrMergesATwinCountsAsASave() {
        act(dispatcher, new Act.Dispatch(center, List.of(), null, null, null));
        var photo = new FileId(file("suspension-evidence").documentId());
        int saves = read().saveSeq;

        Actors.run(town, () -> documents.attach(List.of(photo), matter.value(), new long[] {center.value()}));
        assertThat(read()).satisfies(it -> assertThat(it.saveSeq).isGreaterThan(saves), it -> assertThat(it.hasFiles).isTrue());
        sameAsStored();

        MatterId twin = registered();
        Actors.run(dispatcher, () -> links.add(twin, 1, new NewLink(LinkKind.DUP, matter, "同一件事")));
        assertThat(moved(dispatcher)).get().extracting(it -> it.hasDuplicates).isEqualTo(true);
        sameAsStored();

        Actors.run(dispatcher, () -> links.remove(twin, 2, new LinkId(links.of(twin).getFirst().id()), "不是同一件事"));
        assertThat(moved(dispatcher)).get().extracting(it -> it.hasDuplicates).isEqualTo(false);
        sameAsStored();
    }

    @Test
    void aMatterThatCameWithFilesIsNotReadAgain() {
        Actor window = county.window(301);
        FileId photo = Actors.as(window, () -> documents.store(new NewFile("a.png", Samples.png(), "photo"),
                window.scopeKeys().stream().limit(1).mapToLong(Long::longValue).toArray()));
        matter = registered(photo.value());
        hand("visit_count = 7");

        assertThat(moved(dispatcher)).get().satisfies(kept -> assertThat(kept.visitCount).isZero(), kept -> assertThat(kept.hasFiles).isTrue());
    }

    /** Neither how the matter stands nor that it is there. */
    @Test
    void nobodyOutsideTheScopeIsToldWhyAnActIsRefused() {
        assertThatThrownBy(() -> Actors.run(county.townClerk(306, "620123108"), () -> matters.act(matter, 1, new Act.Archive())))
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    private void closed() {
        act(dispatcher, new Act.Dispatch(center, List.of(), null, null, null));
        act(town, new Act.SubmitResult(ResultKind.EXPLAINED, true, null, "已劝导", List.of()));
        act(dispatcher, new Act.Check(true, null));
    }

    private void waitsForALock(String statement) {
        var asking = JdbcClient.create(owner);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (asking.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like :statement")
                .param("statement", statement)
                .query(Integer.class).single() == 0) {
            assertThat(System.nanoTime()).as("the other waits for the lock").isLessThan(until);
        }
    }

    private Act.Attachment file(String code) {
        return Actors.as(town, () -> new Act.Attachment(
                documents.store(new NewFile("a.png", Samples.png(), code), new long[] {center.value()}).value(), code));
    }

    private void act(Actor by, Act act) {
        Actors.run(by, () -> matters.act(matter, version(), act));
        sameAsStored();
    }

    private int version() {
        return matters.standing(matter).orElseThrow().version();
    }

    private void sameAsStored() {
        Matter stored = read();
        Matter kept = moved(dispatcher).orElseThrow();
        assertThat(kept).usingRecursiveComparison().isEqualTo(stored);
    }

    private Matter read() {
        return read(matter);
    }

    private Matter read(MatterId id) {
        return Actors.as(dispatcher, () -> transaction.execute(status -> loader.read(id))).orElseThrow();
    }

    private Optional<Matter> moved(Actor by) {
        return Actors.as(by, () -> transaction.execute(status -> loader.forMove(matter)));
    }

    private void hand(String change) {
        JdbcClient.create(owner).sql("update matter.matter set " + change + " where id = :id").param("id", matter.value()).update();
    }
}
