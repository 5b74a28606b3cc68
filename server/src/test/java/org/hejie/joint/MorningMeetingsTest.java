package org.hejie.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hejie.joint.MeetingView.Agenda;
import org.hejie.joint.MeetingView.AgendaItem;
import org.hejie.matter.Act;
import org.hejie.matter.Matters;
import org.hejie.matter.risk.RiskChecks;
import org.hejie.matter.risk.RiskFinding;
import org.hejie.matter.risk.RiskGround;
import org.hejie.matter.supervision.Supervised;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 晨会. Each test has a day of its own. */
@HejieTest
class MorningMeetingsTest {

    private static int day;

    @Autowired MorningMeetings meetings;
    @Autowired Tasks tasks;
    @Autowired RiskChecks risks;
    @Autowired JointSessions sessions;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired TestClock clock;
    private Supervised trouble;
    private Actor director;

    @BeforeEach
    void aMatterReturnedTwiceOnANewDay() {
        clock.setTo(Instant.parse("2027-04-01T00:45:00Z").plus(Duration.ofDays(++day)));
        director = county.townDirector(341, "620123104");
        trouble = new Supervised(matters, county, county.dispatcher(342));
        Actor housing = county.clerkOf(343, county.unit("housing"));
        trouble.act(housing, new Act.Return("COMPETENCE", "不属我局职责", List.of()));
        trouble.dispatchTo(trouble.housing);
        trouble.act(housing, new Act.Return("COMPETENCE", "不属我局职责", List.of()));
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aSecondReturnLiesBeforeTheMeeting() {
        assertThat(before(Actors.as(director, () -> meetings.agenda()))).containsExactly(Agenda.SECOND_RETURN);
    }

    @Test
    void whatWasRaisedToRedSinceTheLastMeetingLiesBeforeThisOne() {
        Actors.as(director, () -> meetings.begin());
        clock.setTo(Instant.parse("2027-04-01T00:45:00Z").plus(Duration.ofDays(++day)));
        assertThat(before(Actors.as(director, () -> meetings.agenda()))).doesNotContain(Agenda.RED);

        raise();

        assertThat(before(Actors.as(director, () -> meetings.agenda()))).contains(Agenda.RED);
    }

    @Test
    void whatIsOverdueLiesBeforeTheMeeting() {
        clock.advance(Duration.ofDays(30));

        assertThat(before(Actors.as(director, () -> meetings.agenda()))).contains(Agenda.OVERDUE);
    }

    @Test
    void todaysSessionLiesBeforeTheMeetingWithItsTimeAndPlace() {
        Instant meetsAt = clock.instant().plusSeconds(3600);
        long session = Actors.as(trouble.dispatcher, () -> sessions.call(trouble.matter,
                new NewSession(List.of(county.unit("labour").id()), "两次退回", meetsAt, "三号会商室")));

        assertThat(Actors.as(director, () -> meetings.agenda())).filteredOn(item -> item.list() == Agenda.SESSION)
                .extracting(AgendaItem::sessionId, AgendaItem::meetsAt, AgendaItem::place).contains(tuple(session, meetsAt, "三号会商室"));
    }

    @Test
    void aSessionOfAnotherDayDoesNot() {
        Actors.as(trouble.dispatcher, () -> sessions.call(trouble.matter,
                new NewSession(List.of(county.unit("labour").id()), "两次退回", clock.instant().plus(Duration.ofDays(2)), "三号会商室")));

        assertThat(before(Actors.as(director, () -> meetings.agenda()))).doesNotContain(Agenda.SESSION);
    }

    @Test
    void newRedRiskLiesBeforeTheMeetingFirst() {
        raise();

        assertThat(before(Actors.as(director, () -> meetings.agenda()))).startsWith(Agenda.RED);
    }

    @Test
    void redRiskThatWasLoweredLiesBeforeNone() {
        raise();
        Actors.as(trouble.dispatcher, () -> risks.askToLower(trouble.matter, version(), "双方已分开"));
        Actors.as(county.director(345), () -> risks.decide(trouble.matter, version(), true, "已核实"));

        assertThat(before(Actors.as(director, () -> meetings.agenda()))).doesNotContain(Agenda.RED);
    }

    private void raise() {
        Actors.as(trouble.dispatcher, () -> risks.find(trouble.matter, version(), new RiskFinding(RiskGround.THREAT, "扬言上门")));
    }

    private int version() {
        return matters.standing(trouble.matter).orElseThrow().version();
    }

    @Test
    void theAgendaIsFrozenWhenTheMeetingBegins() {
        MeetingView meeting = begun();
        trouble.act(county.director(344), new Act.Adjudicate(county.unit("land").id(), List.of(), "属自然资源局"));

        assertThat(Actors.as(director, () -> meetings.find(meeting.id())).orElseThrow().items()).isEqualTo(meeting.items());
        assertThat(before(meeting.items())).containsExactly(Agenda.SECOND_RETURN);
    }

    @Test
    void thereIsOneMeetingADay() {
        begun();

        assertThatThrownBy(() -> Actors.as(director, () -> meetings.begin())).hasMessage("ALREADY_EXISTS: MEETING");
    }

    @Test
    void aDecisionIsATaskAndANoteAtOnce() {
        MeetingView meeting = begun();
        Actors.as(director, () -> meetings.decide(meeting.id(), trouble.matter,
                NewTask.of(trouble.housing.value(), null, "今日内联系双方", "1wd", null)));

        assertThat(trouble.detail(trouble.dispatcher).timeline().getLast().opinion()).isEqualTo("今日内联系双方");
        assertThat(Actors.as(county.clerkOf(343, county.unit("housing")), () -> tasks.list(trouble.housing.value(), null, null, null, 200))
                .items()).anySatisfy(task -> assertThat(task.meetingId()).isEqualTo(meeting.id()));
    }

    @Test
    void signedMinutesAreOnlyAddedTo() {
        MeetingView meeting = begun();
        Actors.as(director, () -> meetings.minutes(meeting.id(), 1, "逐件过了一遍。"));
        Actors.as(director, () -> meetings.sign(meeting.id(), 2));

        assertThatThrownBy(() -> Actors.as(director, () -> meetings.minutes(meeting.id(), 3, "改"))).hasMessage("WRONG_STATE");
        Actors.run(director, () -> meetings.add(meeting.id(), "补充:下周复查。"));
        assertThat(Actors.as(director, () -> meetings.find(meeting.id())).orElseThrow().addenda()).hasSize(1);
    }

    @Test
    void anotherTownDoesNotReadTheMeeting() {
        MeetingView meeting = begun();

        assertThat(Actors.as(county.townDirector(345, "620123100"), () -> meetings.find(meeting.id()))).isEmpty();
    }

    private MeetingView begun() {
        long id = Actors.as(director, () -> meetings.begin());
        return Actors.as(director, () -> meetings.find(id)).orElseThrow();
    }

    private List<Agenda> before(List<AgendaItem> items) {
        return items.stream().filter(item -> item.matterId() == trouble.matter.value()).map(AgendaItem::list).toList();
    }
}
