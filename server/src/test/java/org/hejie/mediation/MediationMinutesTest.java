package org.hejie.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.mediation.MediationSessionRow.Kind;
import org.hejie.mediation.MediationSessionRow.Result;
import org.hejie.mediation.MediationSessionView.MinutesLine;
import org.hejie.mediation.MediationSessionView.Speaker;
import org.hejie.org.Actors;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who came to a session, what was said in it and who reads that. */
@HejieTest
class MediationMinutesTest extends MediationFixture {

    @Autowired ResidentMediations residents;

    @Test
    void whatIsSaidBackToBackIsReadByItsMediatorAlone() {
        long one = mediated.consented();
        long party = mediated.parties(one).getFirst().id();
        Instant at = Mediated.morning();
        long session = Actors.as(mediator, () -> sessions.plan(one, new NewMediationSession(Kind.PRIVATE, party, at, at.plusSeconds(1800), 5,
                null, false)));
        Actors.as(mediator, () -> sessions.minutes(session, 1, List.of(new MinutesLine(Speaker.PARTY, party, "底线是五万。"))));

        MediationSessionView own = Actors.as(mediator, () -> sessions.find(session)).orElseThrow();
        MediationSessionView other = Actors.as(mediated.dispatcher, () -> sessions.find(session)).orElseThrow();
        assertThat(own.minutes()).hasSize(1);
        assertThat(other.minutes()).isEmpty();
        assertThat(other.hidden()).isTrue();
        assertThatThrownBy(() -> Actors.as(mediated.dispatcher, () -> sessions.minutes(session, 2, List.of()))).hasMessage("FORBIDDEN: MEDIATION_PRIVATE");
        assertThat(residents.of(new MatterId(read(one).matterId())).sessions()).isEmpty();
    }

    @Test
    void agreedIsNotTheResultWhileOneSideIsMissing() {
        long one = mediated.consented();
        long session = mediated.session(one);
        List<MediationCase.CaseParty> parties = mediated.parties(one);
        Actors.as(mediator, () -> sessions.minutes(session, 1, mediated.said(one)));
        assertThatThrownBy(() -> Actors.as(mediator, () -> sessions.readBack(session, 2, Result.AGREED, null))).hasMessage("RULE_REFUSED: MEDIATION_UNMARKED");
        Actors.run(mediator, () -> sessions.attend(session, List.of(parties.getFirst().id()), true));
        Actors.run(mediator, () -> sessions.attend(session, List.of(parties.getLast().id()), false));

        assertThatThrownBy(() -> Actors.as(mediator, () -> sessions.readBack(session, 2, Result.AGREED, null))).hasMessage("RULE_REFUSED: MEDIATION_PARTY_MISSING");
        assertThat(Actors.as(mediator, () -> sessions.readBack(session, 2, Result.ADJOURNED, null))).isEqualTo(3);
    }

    @Test
    void allAreMarkedAtOnceOrNone() {
        long one = mediated.consented();
        long session = mediated.session(one);
        List<Long> parties = mediated.parties(one).stream().map(MediationCase.CaseParty::id).toList();

        assertThatThrownBy(() -> Actors.run(mediator, () -> sessions.attend(session, List.of(parties.getFirst(), 1L), true)))
                .satisfies(fields("partyIds[1]", "UNKNOWN"));
        assertThat(invited(session)).extracting(MediationSessionView.Invited::came).containsOnlyNulls();

        Actors.run(mediator, () -> sessions.attend(session, parties, true));
        assertThat(invited(session)).extracting(MediationSessionView.Invited::came).containsOnly(true).hasSize(2);
    }

    private List<MediationSessionView.Invited> invited(long session) {
        return Actors.as(mediator, () -> sessions.find(session)).orElseThrow().invited();
    }

    @Test
    void nobodyHasComeBeforeItBegins() {
        long one = mediated.consented();
        Instant later = Mediated.morning().plusSeconds(7200);
        long session = Actors.as(mediator, () -> sessions.plan(one, mediated.joint(later, 8)));
        long party = mediated.parties(one).getFirst().id();

        assertThatThrownBy(() -> Actors.run(mediator, () -> sessions.attend(session, List.of(party), true))).hasMessage("RULE_REFUSED: MEDIATION_NOT_YET");
    }

    @Test
    void minutesReadBackStay() {
        long one = mediated.consented();
        long session = held(one);
        Actors.as(mediator, () -> sessions.minutes(session, 1, mediated.said(one)));
        Actors.as(mediator, () -> sessions.readBack(session, 2, Result.AGREED, null));

        assertThatThrownBy(() -> Actors.as(mediator, () -> sessions.minutes(session, 3, List.of()))).hasMessage("WRONG_STATE");
        for (String change : List.of("update mediation.minute set text = 'x' where session_id = :id",
                "delete from mediation.minute where session_id = :id",
                "insert into mediation.minute (session_id, position, speaker, text) values (:id, 99, 'MEDIATOR', 'x')")) {
            assertThatThrownBy(() -> JdbcClient.create(owner).sql(change).param("id", session).update())
                    .hasMessageContaining("minutes read back are not changed");
        }
    }

    @Test
    void minutesTypedAgainTakeThePlaceOfTheFirst() {
        long one = mediated.consented();
        long session = mediated.session(one);
        long party = mediated.parties(one).getFirst().id();
        Actors.as(mediator, () -> sessions.minutes(session, 1, mediated.said(one)));
        List<MinutesLine> again = List.of(new MinutesLine(Speaker.PARTY, party, "改为分两期。"));
        Actors.as(mediator, () -> sessions.minutes(session, 2, again));

        assertThat(Actors.as(mediator, () -> sessions.find(session)).orElseThrow().minutes()).isEqualTo(again);
    }

    @Test
    void whatIsReadBackIsWhatIsKept() {
        long one = mediated.consented();
        long session = held(one);
        long party = mediated.parties(one).getFirst().id();
        Actors.as(mediator, () -> sessions.minutes(session, 1, mediated.said(one)));
        List<MinutesLine> read = List.of(new MinutesLine(Speaker.PARTY, party, "改为分两期。"));

        assertThat(Actors.as(mediator, () -> sessions.readBack(session, 2, Result.AGREED, read))).isEqualTo(3);
        MediationSessionView view = Actors.as(mediator, () -> sessions.find(session)).orElseThrow();
        assertThat(view.minutes()).isEqualTo(read);
        assertThat(view.version()).isEqualTo(3);
        assertThat(view.readBackAt()).isNotNull();
    }

    @Test
    void aReadingBackThatIsRefusedKeepsNothingOfIt() {
        long one = mediated.consented();
        long session = held(one);
        List<MinutesLine> kept = mediated.said(one);
        Actors.as(mediator, () -> sessions.minutes(session, 1, kept));

        assertThatThrownBy(() -> Actors.as(mediator, () -> sessions.readBack(session, 2, Result.AGREED,
                List.of(new MinutesLine(Speaker.PARTY, 1L, "不在场的人。"))))).satisfies(fields("lines[0].partyId", "UNKNOWN"));
        assertThatThrownBy(() -> Actors.as(mediator, () -> sessions.readBack(session, 2, Result.AGREED, List.of())))
                .hasMessage("RULE_REFUSED: MEDIATION_MINUTES_EMPTY");
        assertThatThrownBy(() -> Actors.as(mediator, () -> sessions.readBack(session, 1, Result.AGREED, List.of(kept.getFirst()))))
                .hasMessage("STALE");
        MediationSessionView view = Actors.as(mediator, () -> sessions.find(session)).orElseThrow();
        assertThat(view.minutes()).isEqualTo(kept);
        assertThat(view.readBackAt()).isNull();
    }

    /** A session to which both sides came. */
    private long held(long mediation) {
        long session = mediated.session(mediation);
        List<Long> parties = mediated.parties(mediation).stream().map(MediationCase.CaseParty::id).toList();
        Actors.run(mediator, () -> sessions.attend(session, parties, true));
        return session;
    }

    @Test
    void twoWritersOfOneMinutesDoNotOverwriteEachOther() {
        long one = mediated.consented();
        long session = mediated.session(one);
        Actors.as(mediator, () -> sessions.minutes(session, 1, mediated.said(one)));

        assertThatThrownBy(() -> Actors.as(mediator, () -> sessions.minutes(session, 1, List.of()))).hasMessage("STALE");
    }
}
