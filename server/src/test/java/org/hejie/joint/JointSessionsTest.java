package org.hejie.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hejie.audit.AuditVerification;
import org.hejie.joint.JointSession.Answer;
import org.hejie.joint.JointSession.State;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.SourceLine;
import org.hejie.matter.supervision.Supervised;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 吹哨报到: from the call to the signed minutes. */
@HejieTest
class JointSessionsTest {

    @Autowired JointSessions sessions;
    @Autowired Tasks tasks;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired AuditVerification audit;
    @Autowired @FlywayDataSource DataSource owner;
    private Supervised trouble;
    private Actor dispatcher;
    private Actor labour;
    private UnitId labourUnit;
    private UnitId policeUnit;

    @BeforeEach
    void aMatterInHand() {
        dispatcher = county.dispatcher(331);
        trouble = new Supervised(matters, county, dispatcher);
        labour = county.clerkOf(332, county.unit("labour"));
        labourUnit = county.unit("labour").id();
        policeUnit = county.unit("police").id();
    }

    @Test
    void aCalledUnitSeesTheMatterFromThenOn() {
        assertThat(Actors.as(labour, () -> matters.detail(trouble.matter))).isEmpty();

        long session = call();

        assertThat(Actors.as(labour, () -> matters.detail(trouble.matter))).isPresent();
        assertThat(view(labour, session).matterId()).isEqualTo(trouble.matter.value());
    }

    @Test
    void whoWasNotCalledSeesNothing() {
        long session = call();

        assertThat(Actors.as(county.clerkOf(333, county.unit("land")), () -> sessions.find(session))).isEmpty();
    }

    @Test
    void aUnitThatCannotComeSaysWhy() {
        long session = call();

        assertThatThrownBy(() -> Actors.run(labour, () -> sessions.answer(session, Answer.CANNOT, " "))).hasMessage("INVALID_FIELDS");
        Actors.run(labour, () -> sessions.answer(session, Answer.CANNOT, "当日开庭"));
        assertThat(callOf(session, labourUnit)).extracting(JointSession.Call::answer, JointSession.Call::answerNote)
                .containsExactly(Answer.CANNOT, "当日开庭");
    }

    @Test
    void theSessionIsHeldWhenTheFirstUnitArrives() {
        long session = call();
        arrive(session);

        JointSession view = view(dispatcher, session);
        assertThat(view.state()).isEqualTo(State.HELD);
        assertThat(view).extracting(JointSession::called, JointSession::came).containsExactly(2, 1);
    }

    @Test
    void whoArrivesInTheMinuteOfTheCallIsTaken() {
        long session = call();
        Actors.run(dispatcher, () -> sessions.arrived(session, labourUnit, "人社局来人", Instant.now().truncatedTo(ChronoUnit.MINUTES)));

        assertThat(callOf(session, labourUnit).came()).isTrue();
    }

    @Test
    void aUnitThatDidNotComeIsHeldAgainstTheRulesOfSupervision() {
        long session = call();
        Actors.run(dispatcher, () -> sessions.absent(session, policeUnit));

        assertThat(JdbcClient.create(owner).sql("select happened from matter.card_trigger where matter_id = :id and unit_id = :unit")
                .param("id", trouble.matter.value()).param("unit", policeUnit.value()).query(String.class).list())
                .containsExactly("NO_SHOW");
    }

    @Test
    void opinionsAreKeptAsSaidAndMayDissent() {
        long session = call();
        arrive(session);
        Actors.run(dispatcher, () -> sessions.opinion(session, labourUnit, "不属于劳动争议,不同意受理", true));

        assertThat(view(labour, session).opinions()).extracting(JointSession.JointOpinion::text, JointSession.JointOpinion::dissents)
                .containsExactly(tuple("不属于劳动争议,不同意受理", true));
    }

    @Test
    void aTaskIsAnsweredByItsUnitOnly() {
        long session = call();
        arrive(session);
        long task = Actors.as(dispatcher, () -> sessions.task(session, NewTask.of(labourUnit.value(), "经办人", "核实工资台账", "3wd", null)));
        Actor police = county.clerkOf(334, county.unit("police"));

        assertThatThrownBy(() -> Actors.as(police, () -> tasks.answer(task, 1, true, "已办"))).hasMessage("FORBIDDEN: TASK_OF_ANOTHER");
        Actors.as(labour, () -> tasks.answer(task, 1, true, "台账已核实"));
        assertThat(view(police, session).tasks()).extracting(TaskRow::state).containsExactly(TaskRow.State.DONE);
    }

    @Test
    void signedMinutesAreOnlyAddedTo() {
        long session = call();
        arrive(session);
        Actors.run(dispatcher, () -> sessions.absent(session, policeUnit));
        Actors.as(dispatcher, () -> sessions.minutes(session, 1, "问:工资欠多少?答:两个月。"));
        Actors.as(dispatcher, () -> sessions.sign(session, 2));

        assertThatThrownBy(() -> Actors.as(dispatcher, () -> sessions.minutes(session, 3, "改"))).hasMessage("WRONG_STATE");
        Actors.run(dispatcher, () -> sessions.add(session, "更正:欠薪为三个月。"));
        assertThat(view(dispatcher, session)).extracting(JointSession::minutes, view -> view.addenda().size())
                .containsExactly("问:工资欠多少?答:两个月。", 1);
        assertThatThrownBy(() -> JdbcClient.create(owner).sql("update joint.session set minutes = 'x' where id = :id")
                .param("id", session).update()).hasMessageContaining("signed minutes are not changed");
    }

    @Test
    void minutesAreNotSignedWhileAUnitIsUnmarked() {
        long session = call();
        arrive(session);
        Actors.as(dispatcher, () -> sessions.minutes(session, 1, "纪要"));

        assertThatThrownBy(() -> Actors.as(dispatcher, () -> sessions.sign(session, 2))).hasMessage("RULE_REFUSED: JOINT_UNMARKED");
    }

    @Test
    void twoWritersOfOneMinutesDoNotOverwriteEachOther() {
        long session = call();
        Actors.as(dispatcher, () -> sessions.minutes(session, 1, "一"));

        assertThatThrownBy(() -> Actors.as(dispatcher, () -> sessions.minutes(session, 1, "二"))).hasMessage("STALE");
    }

    @Test
    void domesticViolenceIsNeverJointlyNotified() {
        MatterId violence = Actors.as(county.window(335), () -> matters.register(new RegisterMatter(
                SourceLine.WINDOW, null, null, null, "家庭暴力", "丈夫多次殴打妻子。", "0107", null,
                new Place("某村", "620123104", null, null, null), null, 2, null, null, List.of(), null, List.of()))).id();
        boolean never = Actors.as(dispatcher, () -> matters.detail(violence)).orElseThrow().neverMediate();

        assertThat(never).isTrue();
        assertThatThrownBy(() -> Actors.as(dispatcher, () -> sessions.call(violence, session()))).hasMessage("RULE_REFUSED: JOINT_NEVER");
    }

    @Test
    void whoHandlesCallsNobody() {
        assertThatThrownBy(() -> Actors.as(county.clerkOf(336, county.unit("housing")), () -> sessions.call(trouble.matter, session())))
                .hasMessage("FORBIDDEN: JOINT_CALL");
    }

    @Test
    void theCourseStandsInTheHistory() {
        long session = call();
        Actors.run(labour, () -> sessions.answer(session, Answer.WILL_COME, null));
        arrive(session);

        assertThat(trouble.history(dispatcher)).endsWith("CALL_UNITS", "ANSWER_CALL", "RECORD_ATTENDANCE");
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void theResponseRateShowsItsBase() {
        long session = call();
        arrive(session);
        Actors.run(dispatcher, () -> sessions.absent(session, policeUnit));

        ResponseRow police = Actors.as(dispatcher, () -> sessions.responses(null, null, null, 200)).items().stream()
                .filter(row -> row.id() == policeUnit.value()).findFirst().orElseThrow();
        assertThat(police.called()).isPositive();
        assertThat(police.came()).isLessThan(police.called());
    }

    private NewSession session() {
        return new NewSession(List.of(labourUnit, policeUnit), "欠薪、冲突并存,需共同处理",
                Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(1, ChronoUnit.HOURS), "综治中心三号会商室");
    }

    private long call() {
        return Actors.as(dispatcher, () -> sessions.call(trouble.matter, session()));
    }

    private void arrive(long session) {
        Actors.run(dispatcher, () -> sessions.arrived(session, labourUnit, "人社局来人", Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    private JointSession view(Actor reader, long session) {
        return Actors.as(reader, () -> sessions.find(session)).orElseThrow();
    }

    private JointSession.Call callOf(long session, UnitId unit) {
        return view(dispatcher, session).calls().stream().filter(call -> call.unit().id() == unit.value()).findFirst().orElseThrow();
    }
}
