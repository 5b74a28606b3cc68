package org.hejie.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.hejie.audit.AuditVerification;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.party.NewParty;
import org.hejie.shared.web.Problem;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HejieTest
class MatterLifeTest {

    private static final String TOWN = "620123104";

    @Autowired Clock clock;
    @Autowired
    Matters matters;

    @Autowired
    County county;

    @Autowired
    AuditVerification audit;

    @Test
    void aMatterGoesFromTheWindowToTheArchive() {
        Registered registered = Actors.as(county.window(101), () -> matters.register(noise()));
        MatterId id = registered.id();
        UnitId center = county.center(TOWN).id();

        int version = as(county.dispatcher(102), id, registered.version(),
                new Act.Dispatch(center, List.of(), null, null, "属和平镇"));
        version = as(county.townClerk(103, TOWN), id, version, new Act.Sign(null));
        version = as(county.townClerk(103, TOWN), id, version,
                new Act.SubmitResult(ResultKind.EXPLAINED, true, null, "已上门劝导", List.of()));
        version = as(county.dispatcher(102), id, version, new Act.Check(true, null));
        version = as(county.dispatcher(102), id, version, new Act.Visit(false, "不再吵了"));
        version = as(Actor.resident(id.value()), id, version, new Act.Evaluate(Evaluation.SATISFIED, List.of(), null));
        as(county.dispatcher(102), id, version, new Act.Archive());

        MatterDetail detail = Actors.as(county.dispatcher(102), () -> matters.detail(id)).orElseThrow();
        assertThat(detail.status()).isEqualTo("ARCHIVED");
        assertThat(detail.timeline()).extracting(MatterDetail.Entry::action).containsExactly("REGISTER", "ACCEPT",
                "DISPATCH", "SIGN", "SUBMIT_RESULT", "CHECK_PASS", "VISIT", "EVALUATE", "ARCHIVE");
        assertThat(detail.clocks()).allMatch(clock -> clock.stoppedAt() != null);
        assertThat(detail.parties()).extracting(MatterDetail.Person::name).containsExactly("王**");
    }

    @Test
    void theHistoryProvesItself() {
        Registered registered = Actors.as(county.window(101), () -> matters.register(noise()));
        as(county.dispatcher(102), registered.id(), registered.version(),
                new Act.Dispatch(county.center(TOWN).id(), List.of(), null, null, null));

        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void timesToldFinerThanTheyAreKeptDoNotBreakTheProof() {
        Instant fine = clock.instant().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS).plusNanos(999_999_999);
        Registered registered = Actors.as(county.window(101), () -> matters.register(noise(fine)));
        Actors.as(county.dispatcher(102), () -> matters.actAt(registered.id(), registered.version(), new Act.Note("补记"), fine.plusNanos(1)));

        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void whoComesSecondIsToldSo() {
        Registered registered = Actors.as(county.window(101), () -> matters.register(noise()));
        as(county.dispatcher(102), registered.id(), registered.version(), new Act.Note("第一个"));

        assertThatThrownBy(() -> as(county.dispatcher(104), registered.id(), registered.version(), new Act.Note("第二个")))
                .isInstanceOf(Problem.class).hasMessage("STALE");
    }

    @Test
    void aSecondReturnGoesToAdjudicationAndAThirdIsRefused() {
        Registered registered = Actors.as(county.window(101), () -> matters.register(noise()));
        MatterId id = registered.id();
        UnitId center = county.center(TOWN).id();
        Actor clerk = county.townClerk(103, TOWN);
        Act back = new Act.Return("COMPETENCE", "不属本单位职能", List.of());

        int version = as(county.dispatcher(102), id, registered.version(), new Act.Dispatch(center, List.of(), null, null, null));
        version = as(clerk, id, version, back);
        version = as(county.dispatcher(102), id, version, new Act.Dispatch(center, List.of(), null, null, null));
        version = as(clerk, id, version, back);
        assertThat(status(id)).isEqualTo(MatterStatus.ADJUDICATION);
        int settled = as(county.director(105), id, version, new Act.Adjudicate(center, List.of(), "由和平镇办理"));

        assertThatThrownBy(() -> as(clerk, id, settled, back)).hasMessageContaining("FEWER_THAN_TWO_RETURNS");
    }

    @Test
    void nobodyChecksHisOwnAnswer() {
        Registered registered = Actors.as(county.window(101), () -> matters.register(noise()));
        MatterId id = registered.id();
        int version = as(county.dispatcher(102), id, registered.version(),
                new Act.Dispatch(county.center(TOWN).id(), List.of(), null, null, null));
        int answered = as(county.townDirector(108, TOWN), id, version,
                new Act.SubmitResult(ResultKind.EXPLAINED, true, null, "已劝导", List.of()));

        assertThatThrownBy(() -> as(county.townDirector(108, TOWN), id, answered, new Act.Check(true, null)))
                .hasMessageContaining("CHECKER_NOT_HANDLER");
    }

    @Test
    void anotherTownDoesNotSeeIt() {
        Registered registered = Actors.as(county.window(101), () -> matters.register(noise()));

        assertThat(Actors.as(county.townClerk(106, "620123100"), () -> matters.detail(registered.id()))).isEmpty();
    }

    @Test
    void aMatterSentToADepartmentIsSeenThere() {
        Registered registered = Actors.as(county.window(101), () -> matters.register(noise()));
        var housing = county.unit("housing");
        as(county.dispatcher(102), registered.id(), registered.version(), new Act.Dispatch(housing.id(), List.of(), null, null, null));

        MatterDetail seen = Actors.as(county.clerkOf(107, housing), () -> matters.detail(registered.id())).orElseThrow();
        assertThat(seen.parties()).hasSize(1);
    }

    private MatterStatus status(MatterId id) {
        return Actors.as(county.dispatcher(102), () -> matters.standing(id)).orElseThrow().status();
    }

    private int as(Actor actor, MatterId id, int seen, Act act) {
        return Actors.as(actor, () -> matters.act(id, seen, act)).version();
    }

    private static RegisterMatter noise() {
        return noise(null);
    }

    private static RegisterMatter noise(@Nullable Instant reportedAt) {
        return new RegisterMatter(SourceLine.WINDOW, null, reportedAt, null, "楼上夜间施工", "楼上住户连续三天夜间装修,影响休息。", "0202",
                null, new Place("某小区三号楼", TOWN, null, null, null), null, 2, null, null,
                List.of(new Participant(PartyRole.APPLICANT, NewParty.person("王小民"))),
                new ProcedureId("dispute"), List.of());
    }
}
