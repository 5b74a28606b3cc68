package org.hejie.followup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hejie.calendar.Calendars;
import org.hejie.followup.DueVisit;
import org.hejie.followup.NewVisit;
import org.hejie.followup.VisitMode;
import org.hejie.followup.Visits;
import org.hejie.matter.Act;
import org.hejie.matter.Evaluation;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.Matters;
import org.hejie.matter.Matters.Standing;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.Registered;
import org.hejie.matter.ResultKind;
import org.hejie.matter.SourceLine;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.shared.Times;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HejieTest
class VisitsTest {

    private static final String TOWN = "620123109";

    @Autowired
    Visits visits;

    @Autowired
    VisitPlans plans;

    @Autowired
    Matters matters;

    @Autowired
    County county;

    @Autowired
    TestClock clock;

    @Autowired
    Calendars calendars;

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aClosedMatterIsVisitedOnTheFirstWorkdayAfterSevenDays() {
        Standing closed = closed("0202");
        LocalDate week = today().plusDays(7);
        plans.catchUp();
        DueVisit first = planned(closed).getFirst();

        assertThat(first.visit()).isEqualTo("first");
        assertThat(first.dueOn()).isEqualTo(firstWorkdayFrom(week));
    }

    @Test
    void aVisitIsDueThisWeekSixDaysBefore() {
        Standing closed = closed("0202");
        plans.catchUp();
        Instant due = planned(closed).getFirst().dueOn().atTime(12, 0).atZone(Times.ZONE).toInstant();

        clock.setTo(due.minus(Duration.ofDays(7)));
        assertThat(due(county.dispatcher(402), Visits.Due.WEEK)).noneMatch(visit -> visit.id() == closed.id().value());
        clock.setTo(due.minus(Duration.ofDays(6)));
        assertThat(due(county.dispatcher(402), Visits.Due.WEEK)).anyMatch(visit -> visit.id() == closed.id().value());
        assertThat(due(county.townClerk(405, "620123101"), Visits.Due.WEEK)).noneMatch(visit -> visit.id() == closed.id().value());
    }

    @Test
    void planningTwiceMakesOnePlan() {
        Standing closed = closed("0202");
        plans.catchUp();
        plans.catchUp();

        assertThat(planned(closed)).extracting(DueVisit::visit).containsExactly("first", "second", "third");
    }

    @Test
    void aGoodVisitIsKeptAndTicksThePlanOff() {
        Standing closed = closed("0202");
        plans.catchUp();
        clock.advance(Duration.ofDays(7));

        Standing after = visit(closed, VisitMode.PHONE, Evaluation.SATISFIED, false);

        assertThat(after.status()).isEqualTo(MatterStatus.REVISIT);
        assertThat(Actors.as(county.dispatcher(402), () -> visits.of(closed.id()))).hasSize(1);
        assertThat(due(county.dispatcher(402), Visits.Due.TODAY)).noneMatch(visit -> visit.id() == closed.id().value());
    }

    @Test
    void aRelapseReopensTheMatter() {
        Standing closed = closed("0202");

        assertThat(visit(closed, VisitMode.FACE_TO_FACE, Evaluation.FAIRLY, true).status()).isEqualTo(MatterStatus.REOPENED);
    }

    @Test
    void aDissatisfiedPartyReopensTheMatter() {
        Standing closed = closed("0202");

        assertThat(visit(closed, VisitMode.PHONE, Evaluation.DISSATISFIED, false).status()).isEqualTo(MatterStatus.REOPENED);
    }

    @Test
    void aVisitOfTomorrowIsRefused() {
        Standing closed = closed("0202");
        var tomorrow = new NewVisit(today().plusDays(1), VisitMode.PHONE, null, Evaluation.SATISFIED, false, null);

        assertThatThrownBy(() -> Actors.as(county.dispatcher(402), () -> visits.make(closed.id(), closed.version(), tomorrow)))
                .hasMessage("INVALID_FIELDS");
    }

    private Standing visit(Standing closed, VisitMode mode, Evaluation satisfaction, boolean relapse) {
        var visit = new NewVisit(today(), mode, true, satisfaction, relapse, null);
        return Actors.as(county.dispatcher(402), () -> visits.make(closed.id(), closed.version(), visit));
    }

    /** The visits of the matter, as they are listed long after all of them were due; the clock stands there. */
    private List<DueVisit> planned(Standing closed) {
        clock.advance(Duration.ofDays(200));
        return due(county.dispatcher(402), Visits.Due.OVERDUE).stream().filter(visit -> visit.id() == closed.id().value()).toList();
    }

    private LocalDate firstWorkdayFrom(LocalDate day) {
        return Stream.iterate(day, next -> next.plusDays(1)).filter(calendars.county()::isWorkday).findFirst().orElseThrow();
    }

    private LocalDate today() {
        return Times.dateOf(clock.instant());
    }

    private List<DueVisit> due(Actor actor, Visits.Due due) {
        return Actors.as(actor, () -> visits.due(due, null, 200)).items();
    }

    private Standing closed(String category) {
        Registered registered = Actors.as(county.window(401), () -> matters.register(new RegisterMatter(SourceLine.WINDOW, null,
                null, null, "回访", "回访", category, null, new Place(null, TOWN, null, null, null), null, null, null, null,
                List.of(), new ProcedureId("dispute"), List.of())));
        Standing at = Actors.as(county.dispatcher(402), () -> matters.act(registered.id(), registered.version(),
                new Act.Dispatch(county.center(TOWN).id(), List.of(), null, null, null)));
        int version = at.version();
        Standing answered = Actors.as(county.townClerk(403, TOWN), () -> matters.act(registered.id(), version,
                new Act.SubmitResult(ResultKind.EXPLAINED, true, null, "已解释", List.of())));
        return Actors.as(county.dispatcher(402), () -> matters.act(registered.id(), answered.version(), new Act.Check(true, null)));
    }
}
