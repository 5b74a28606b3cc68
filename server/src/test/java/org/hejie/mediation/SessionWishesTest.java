package org.hejie.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hejie.matter.MatterId;
import org.hejie.mediation.MediationSessionRow.State;
import org.hejie.mediation.Rooms.Room;
import org.hejie.mediation.SessionWish.Answer;
import org.hejie.mediation.SessionWish.Decision;
import org.hejie.mediation.SessionWish.Reason;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.shared.web.Problem;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the resident says of a session by his code, what the mediator makes of it, and the rooms. */
@HejieTest
class SessionWishesTest {

    @Autowired BeanFactory beans;
    @Autowired TestStaff staff;
    @Autowired Mediations mediations;
    @Autowired MediationSessions sessions;
    @Autowired Agreements agreements;
    @Autowired SessionWishes wishes;
    @Autowired ResidentMediations residents;
    @Autowired Rooms rooms;
    @Autowired @FlywayDataSource DataSource owner;
    private Mediated mediated;
    private Actor mediator;
    private long mediation;
    private MatterId matter;
    private Instant from;
    private long session;

    @BeforeEach
    void aPlannedSession() {
        mediated = new Mediated(beans);
        mediator = mediated.mediator.actor();
        mediation = mediated.consented();
        matter = new MatterId(Actors.as(mediator, () -> mediations.find(mediation)).orElseThrow().matterId());
        from = Mediated.morning();
        session = Actors.as(mediator, () -> sessions.plan(mediation, mediated.joint(from, 9)));
    }

    @Test
    void aSessionThatSuitsIsSaidAndSeen() {
        wishes.say(matter, session, Answer.SUITS, null, null);

        assertThat(view(session).wish().answer()).isEqualTo(Answer.SUITS);
        assertThat(residents.of(matter).sessions().getFirst().wish().answer()).isEqualTo(Answer.SUITS);
        assertThat(residents.of(matter).sessions().getFirst().mayAnswer()).isTrue();
        assertThat(reasons()).contains("SUITS");
    }

    @Test
    void anotherTimeIsAskedForAndTheSessionMoved() {
        Instant proposed = from.plus(90, ChronoUnit.DAYS);
        wishes.say(matter, session, Answer.MOVE, proposed, Reason.WORK);
        long moved = Actors.as(mediator, () -> wishes.move(session, proposed, null));

        assertThat(view(session).session().state()).isEqualTo(State.CANCELLED);
        assertThat(view(session).wish().decision()).isEqualTo(Decision.MOVED);
        assertThat(view(moved).session().startsAt()).isEqualTo(proposed);
        assertThat(view(moved).session().roomId()).isEqualTo(9);
        assertThat(reasons()).contains("MOVE_ASKED", "CANCELLED", "JOINT");
    }

    @Test
    void theMediatorMayKeepTheTimeOnceAsked() {
        assertThatThrownBy(() -> Actors.run(mediator, () -> wishes.keep(session))).hasMessage("WRONG_STATE");
        wishes.say(matter, session, Answer.MOVE, from.plus(2, ChronoUnit.DAYS), Reason.HEALTH);
        assertThatThrownBy(() -> Actors.run(staff.mediator().actor(), () -> wishes.keep(session))).hasMessageMatching("NOT_FOUND|FORBIDDEN.*");
        Actors.run(mediator, () -> wishes.keep(session));

        assertThat(residents.of(matter).sessions().getFirst().wish().decision()).isEqualTo(Decision.KEPT);
        assertThat(view(session).session().state()).isEqualTo(State.PLANNED);
    }

    @Test
    void aLaterWishTakesThePlaceOfAnEarlierOne() {
        wishes.say(matter, session, Answer.MOVE, from.plus(2, ChronoUnit.DAYS), Reason.HEALTH);
        wishes.say(matter, session, Answer.SUITS, null, null);

        assertThat(view(session).wish().answer()).isEqualTo(Answer.SUITS);
        assertThatThrownBy(() -> Actors.run(mediator, () -> wishes.keep(session))).hasMessage("WRONG_STATE");
    }

    @Test
    void aWishForThePastTooFarOrWithoutReasonIsNamed() {
        assertThat(refused(Instant.now().minusSeconds(60), Reason.WORK)).containsExactly("proposedAt PAST");
        assertThat(refused(Instant.now().plus(200, ChronoUnit.DAYS), Reason.WORK)).containsExactly("proposedAt RANGE");
        assertThat(refused(from, Reason.WORK)).containsExactly("proposedAt UNCHANGED");
        assertThat(refused(null, null)).containsExactly("proposedAt REQUIRED", "reason REQUIRED");
    }

    @Test
    void aSessionOfAnotherMatterDoesNotExist() {
        assertThatThrownBy(() -> wishes.say(mediated.dispute(), session, Answer.SUITS, null, null)).hasMessage("NOT_FOUND");
    }

    @Test
    void aMoveIntoATakenRoomChangesNothing() {
        Instant taken = Mediated.morning();
        long other = mediated.consented();
        Actors.as(mediator, () -> sessions.plan(other, mediated.joint(taken, 9)));
        wishes.say(matter, session, Answer.MOVE, taken, Reason.WORK);

        assertThatThrownBy(() -> Actors.as(mediator, () -> wishes.move(session, taken, null))).hasMessageContaining("ALREADY_EXISTS");
        assertThat(view(session).session().state()).isEqualTo(State.PLANNED);
    }

    @Test
    void theResidentTakesThePapersMasked() throws IOException {
        long agreement = mediated.signed();
        MatterId agreed = mediated.matterOf(agreement);

        assertThat(residents.of(agreed).papers()).containsExactly("rights-notice", "agreement");
        try (PDDocument pdf = Loader.loadPDF(residents.paper(agreed, "agreement"))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("榆人调字第", "王**", "李**", "100.00", "仅供当事人查阅").doesNotContain("王小民", "李大田");
        }
        assertThatThrownBy(() -> residents.paper(agreed, "mediation-record")).hasMessage("NOT_FOUND");
    }

    @Test
    void aClosedRoomTakesNoNewSession() {
        String name = "临时调解室" + session;
        Room room = new Room(name, "Spare room", Rooms.Kind.MEDIATION, 8, false, false, true);
        long id = Actors.as(staff.director().actor(), () -> rooms.add(room));
        assertThatThrownBy(() -> Actors.as(staff.director().actor(), () -> rooms.add(room))).hasMessage("ALREADY_EXISTS: ROOM_NAME");
        Actors.run(staff.director().actor(), () -> rooms.change((int) id, new Room(name, "Spare room", Rooms.Kind.MEDIATION, 8, false, false, false)));

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> Actors.as(mediator, () -> sessions.plan(mediation,
                mediated.joint(Mediated.morning(), (int) id)))).satisfies(problem -> assertThat(problem.errors().getFirst().path()).isEqualTo("roomId"));
        assertThatThrownBy(() -> Actors.as(mediator, () -> rooms.add(room))).hasMessage("FORBIDDEN: MEDIATION_ROOMS");
    }

    @Test
    void whatIsDoneStandsLastOnTheDesk() {
        long agreement = Actors.as(mediator, () -> agreements.draw(mediation, mediated.draft(mediation, "100.00", Mediated.today())));
        Actors.run(mediator, () -> agreements.sign(agreement, 1, Mediated.today(), mediated.scan()));
        long open = mediated.consented();
        assertThat(mine()).containsExactly(mediation, open);
        Actors.run(mediator, () -> agreements.perform(agreement, 1, Mediated.today(), null));

        assertThat(mine()).containsExactly(open, mediation);
    }

    private List<Long> mine() {
        var first = Actors.as(mediator, () -> mediations.list(true, null, null, 1));
        var second = Actors.as(mediator, () -> mediations.list(true, null, first.nextCursor(), 1));
        assertThat(second.nextCursor()).isNull();
        return List.of(first.items().getFirst().id(), second.items().getFirst().id());
    }

    private List<String> refused(Instant proposed, Reason reason) {
        try {
            wishes.say(matter, session, Answer.MOVE, proposed, reason);
            return List.of();
        } catch (Problem problem) {
            return problem.errors().stream().map(error -> error.path() + " " + error.code()).toList();
        }
    }

    private MediationSessionView view(long id) {
        return Actors.as(mediator, () -> sessions.find(id)).orElseThrow();
    }

    private List<String> reasons() {
        return JdbcClient.create(owner).sql("select reason from matter.event where matter_id = :id and action = 'PLAN_MEDIATION'")
                .param("id", matter.value()).query(String.class).list();
    }
}
