package org.hejie.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hejie.matter.MatterId;
import org.hejie.mediation.MediationCase.Consent;
import org.hejie.mediation.MediationCase.Origin;
import org.hejie.mediation.MediationSessionRow.Kind;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestPerson;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A session has a room and a mediator of its own, and stands in the mediator's calendar. */
@HejieTest
class MediationRoomsTest extends MediationFixture {

    @Autowired CalendarFeeds feeds;

    @Test
    void aRoomIsNotGivenTwiceAtTheSameInstant() throws Exception {
        List<Long> cases = new ArrayList<>();
        List<Actor> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            TestPerson person = staff.mediator();
            long entered = mediated.entered(person);
            MatterId matter = mediated.dispute();
            long mediation = Actors.as(mediated.dispatcher, () -> mediations.open(matter, entered, Origin.APPLIED, null));
            Actors.run(mediated.dispatcher, () -> mediated.parties(mediation).forEach(party -> mediations.consent(mediation, List.of(party.id()),
                    Consent.AGREED, MediationCase.Mode.ORAL, null)));
            cases.add(mediation);
            people.add(person.actor());
        }
        Instant at = Mediated.morning();

        List<String> answers = together(IntStream.range(0, 8).<Callable<String>>mapToObj(i -> () -> said(() ->
                Actors.as(people.get(i), () -> sessions.plan(cases.get(i), mediated.joint(at.plusSeconds(60L * i), 9)))))
                .toList());

        assertThat(answers).filteredOn("done"::equals).hasSize(1);
        assertThat(answers).filteredOn("ALREADY_EXISTS: ROOM_TAKEN"::equals).hasSize(7);
    }

    @Test
    void aMediatorIsNotInTwoRoomsAtOnce() {
        long one = mediated.consented();
        long other = mediated.consented();
        Instant at = Mediated.morning();
        Actors.as(mediator, () -> sessions.plan(one, mediated.joint(at, 5)));

        assertThatThrownBy(() -> Actors.as(mediator, () -> sessions.plan(other, mediated.joint(at, 6)))).hasMessage("ALREADY_EXISTS: MEDIATOR_TAKEN");
    }

    @Test
    void aCancelledSessionFreesItsRoom() {
        long one = mediated.consented();
        Instant at = Mediated.morning();
        long session = Actors.as(mediator, () -> sessions.plan(one, mediated.joint(at, 5)));
        Actors.run(mediator, () -> sessions.cancel(session, "当事人有事"));

        assertThat(Actors.as(mediator, () -> sessions.plan(one, mediated.joint(at, 5)))).isPositive();
    }

    @Test
    void whoMustNotMeetGetTwoDoors() {
        long one = mediated.consented();
        Instant at = Mediated.morning();

        assertThatThrownBy(() -> Actors.as(mediator, () -> sessions.plan(one, new NewMediationSession(Kind.JOINT, null, at,
                at.plusSeconds(3600), 5, null, true)))).satisfies(fields("roomId", "TWO_DOORS"));
        assertThat(Actors.as(mediator, () -> sessions.plan(one, new NewMediationSession(Kind.JOINT, null, at, at.plusSeconds(3600), 1,
                null, true)))).isPositive();
    }

    @Test
    void thereAreTwentyTwoRooms() {
        assertThat(Actors.as(mediator, () -> sessions.rooms(Instant.now(), Instant.now().plusSeconds(60)))).hasSize(22);
    }

    @Test
    void theCalendarIsReadByItsSecretAndNamesNobody() {
        long one = mediated.consented();
        mediated.session(one);
        String secret = Actors.as(mediator, () -> feeds.renew());

        String calendar = feeds.calendar(secret).orElseThrow();
        assertThat(calendar).startsWith("BEGIN:VCALENDAR\r\n").contains("SUMMARY:调解 ").doesNotContain("王").endsWith("END:VCALENDAR\r\n");
        assertThat(feeds.calendar("another")).isEmpty();
    }
}
