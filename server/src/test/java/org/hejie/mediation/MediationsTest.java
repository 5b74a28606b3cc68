package org.hejie.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.hejie.audit.AuditVerification;
import org.hejie.document.Documents;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.mediation.MediationCase.Consent;
import org.hejie.mediation.MediationCase.Origin;
import org.hejie.mediation.MediationCase.State;
import org.hejie.mediation.MediationSessionRow.Kind;
import org.hejie.mediation.MediationSessionRow.Result;
import org.hejie.mediation.MediationSessionView.MinutesLine;
import org.hejie.mediation.MediationSessionView.Speaker;
import org.hejie.mediation.Mediators.RecusalGround;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.shared.web.Problem;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mediation from its opening to what is owed. */
@HejieTest
class MediationsTest {

    @Autowired BeanFactory beans;
    @Autowired TestStaff staff;
    @Autowired Matters matters;
    @Autowired Documents documents;
    @Autowired Mediators mediators;
    @Autowired Mediations mediations;
    @Autowired MediationSessions sessions;
    @Autowired Agreements agreements;
    @Autowired CalendarFeeds feeds;
    @Autowired ResidentMediations residents;
    @Autowired AuditVerification audit;
    @Autowired @FlywayDataSource DataSource owner;
    private Mediated mediated;
    private Actor mediator;

    @BeforeEach
    void people() {
        mediated = new Mediated(beans);
        mediator = mediated.mediator.actor();
    }

    @Test
    void theOneWhoKnowsTheSubjectIsSuggestedFirstWithReasons() {
        MatterId matter = mediated.dispute();

        MediatorSuggestion best = Actors.as(mediated.dispatcher, () -> mediators.suggest(matter)).getFirst();

        assertThat(best.reasons()).contains(MediatorSuggestion.Reason.SPECIALTY);
        assertThat(best.recused()).isFalse();
    }

    @Test
    void theRecusedIsSuggestedLastAndRefused() {
        MatterId matter = mediated.dispute();
        Actors.run(mediator, () -> mediators.recuse(matter, mediated.first, RecusalGround.KINSHIP));

        assertThat(Actors.as(mediated.dispatcher, () -> mediators.suggest(matter)).getLast().mediator().id()).isEqualTo(mediated.first);
        assertThatThrownBy(() -> mediated.opened(matter)).hasMessage("RULE_REFUSED: MEDIATION_RECUSED");
    }

    @Test
    void domesticViolenceIsNeverMediated() {
        MatterId violence = mediated.dispute("0107");

        assertThatThrownBy(() -> mediated.opened(violence)).hasMessage("RULE_REFUSED: MEDIATION_NEVER");
    }

    @Test
    void whatPeoplesMediationMayNotTakeIsRefusedWithTheReason() {
        assertThatThrownBy(() -> mediated.opened(mediated.dispute("1701"))).hasMessage("RULE_REFUSED: MEDIATION_EXCLUDED_ADMINISTRATIVE");
        assertThatThrownBy(() -> mediated.opened(mediated.dispute("1801"))).hasMessage("RULE_REFUSED: MEDIATION_EXCLUDED_LITIGATION");
    }

    @Test
    void twoMediationsAtOnceOfOneMatterAreRefused() {
        MatterId matter = mediated.dispute();
        mediated.opened(matter);

        assertThatThrownBy(() -> mediated.opened(matter)).hasMessage("ALREADY_EXISTS: MEDIATION_OPEN");
    }

    @Test
    void aWindowClerkAssignsNobody() {
        MatterId matter = mediated.dispute();

        assertThatThrownBy(() -> Actors.as(staff.windowClerk().actor(), () -> mediations.open(matter, mediated.first, Origin.APPLIED)))
                .hasMessage("FORBIDDEN: MEDIATION_ASSIGN");
    }

    @Test
    void nobodySitsDownBeforeEveryPartyHasAgreed() {
        long mediation = mediated.opened(mediated.dispute());
        mediated.say(mediation, mediated.parties(mediation).getFirst().id(), Consent.AGREED);

        assertThatThrownBy(() -> mediated.session(mediation)).hasMessage("RULE_REFUSED: MEDIATION_CONSENT");
    }

    @Test
    void aRefusalEndsTheMediation() {
        long mediation = mediated.opened(mediated.dispute());
        mediated.say(mediation, mediated.parties(mediation).getLast().id(), Consent.REFUSED);

        assertThat(read(mediation).state()).isEqualTo(State.STOPPED);
        assertThatThrownBy(() -> mediated.session(mediation)).hasMessage("WRONG_STATE");
    }

    @Test
    void aPartyMayHaveAnotherMediator() {
        long mediation = mediated.consented();
        mediated.say(mediation, mediated.parties(mediation).getFirst().id(), Consent.OTHER_MEDIATOR);

        assertThat(read(mediation).mediatorId()).isNull();
        assertThatThrownBy(() -> Actors.run(mediated.dispatcher, () -> mediations.assign(mediation, mediated.first, null)))
                .hasMessage("RULE_REFUSED: MEDIATION_RECUSED");
        Actors.run(mediated.dispatcher, () -> mediations.assign(mediation, mediated.second, null));
        assertThat(read(mediation).mediatorId()).isEqualTo(mediated.second);
    }

    @Test
    void afterAFailureAnotherAttemptIsOpened() {
        MatterId matter = mediated.dispute();
        long first = mediated.opened(matter);
        Actors.run(mediator, () -> mediations.end(first, State.FAILED, "分歧太大"));

        assertThat(read(mediated.opened(matter)).attempt()).isEqualTo(2);
    }

    @Test
    void aRoomIsNotGivenTwiceAtTheSameInstant() throws Exception {
        List<Long> cases = new ArrayList<>();
        List<Actor> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            TestPerson person = staff.mediator();
            long entered = mediated.entered(person);
            MatterId matter = mediated.dispute();
            long mediation = Actors.as(mediated.dispatcher, () -> mediations.open(matter, entered, Origin.APPLIED));
            Actors.run(mediated.dispatcher, () -> mediated.parties(mediation).forEach(party -> mediations.consent(mediation, party.id(),
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
        assertThatThrownBy(() -> Actors.as(mediator, () -> sessions.readBack(session, 2, Result.AGREED))).hasMessage("RULE_REFUSED: MEDIATION_UNMARKED");
        Actors.run(mediator, () -> sessions.attend(session, parties.getFirst().id(), true));
        Actors.run(mediator, () -> sessions.attend(session, parties.getLast().id(), false));

        assertThatThrownBy(() -> Actors.as(mediator, () -> sessions.readBack(session, 2, Result.AGREED))).hasMessage("RULE_REFUSED: MEDIATION_PARTY_MISSING");
        assertThat(Actors.as(mediator, () -> sessions.readBack(session, 2, Result.ADJOURNED))).isEqualTo(3);
    }

    @Test
    void nobodyHasComeBeforeItBegins() {
        long one = mediated.consented();
        Instant later = Mediated.morning().plusSeconds(7200);
        long session = Actors.as(mediator, () -> sessions.plan(one, mediated.joint(later, 8)));
        long party = mediated.parties(one).getFirst().id();

        assertThatThrownBy(() -> Actors.run(mediator, () -> sessions.attend(session, party, true))).hasMessage("RULE_REFUSED: MEDIATION_NOT_YET");
    }

    @Test
    void minutesReadBackStay() {
        long one = mediated.consented();
        long session = mediated.session(one);
        mediated.parties(one).forEach(party -> Actors.run(mediator, () -> sessions.attend(session, party.id(), true)));
        Actors.as(mediator, () -> sessions.minutes(session, 1, mediated.said(one)));
        Actors.as(mediator, () -> sessions.readBack(session, 2, Result.AGREED));

        assertThatThrownBy(() -> Actors.as(mediator, () -> sessions.minutes(session, 3, List.of()))).hasMessage("WRONG_STATE");
        assertThatThrownBy(() -> JdbcClient.create(owner).sql("update mediation.minute set text = 'x' where session_id = :id").param("id", session)
                .update()).hasMessageContaining("minutes read back are not changed");
    }

    @Test
    void twoWritersOfOneMinutesDoNotOverwriteEachOther() {
        long one = mediated.consented();
        long session = mediated.session(one);
        Actors.as(mediator, () -> sessions.minutes(session, 1, mediated.said(one)));

        assertThatThrownBy(() -> Actors.as(mediator, () -> sessions.minutes(session, 1, List.of()))).hasMessage("STALE");
    }

    @Test
    void sumsThatDoNotAddUpAreRefused() {
        long one = mediated.consented();

        assertThatThrownBy(() -> mediated.draft(one, "300.00", Mediated.today())).satisfies(fields("total", "SUM_DIFFERS"));
    }

    @Test
    void nothingFallsDueBeforeItIsSigned() {
        long one = mediated.consented();

        assertThatThrownBy(() -> Actors.as(mediator, () -> agreements.draw(one, mediated.draft(one, "200.00", Mediated.today(),
                Mediated.today().minusDays(1))))).satisfies(fields("obligations[1].dueOn", "BEFORE_SIGNING"));
    }

    @Test
    void aWrittenAgreementNeedsTheScanOfItsSignatures() {
        long agreement = mediated.drawn(mediated.consented());

        assertThatThrownBy(() -> Actors.run(mediator, () -> agreements.sign(agreement, 1, Mediated.today(), null)))
                .satisfies(fields("documentId", "REQUIRED"));
    }

    @Test
    void anUnsignedAgreementForbidsClosing() {
        long mediation = mediated.consented();
        MatterId matter = new MatterId(read(mediation).matterId());
        mediated.answered(matter);
        assertThatThrownBy(() -> mediated.close(matter)).hasMessage("RULE_REFUSED: MEDIATION_RUNS");
        long agreement = mediated.drawn(mediation);
        assertThatThrownBy(() -> mediated.close(matter)).hasMessage("RULE_REFUSED: AGREEMENT_UNSIGNED");

        Actors.run(mediator, () -> agreements.sign(agreement, 1, Mediated.today(), mediated.scan()));
        mediated.close(matter);

        MatterDetail closed = Actors.as(mediated.dispatcher, () -> matters.detail(matter)).orElseThrow();
        assertThat(closed.status()).isEqualTo("CLOSED");
        assertThat(closed.papers()).extracting(MatterDetail.Paper::paper).contains("agreement");
    }

    @Test
    void aSignedAgreementIsNotRewritten() {
        long agreement = mediated.signed();
        long mediation = view(agreement).agreement().mediationId();

        assertThatThrownBy(() -> Actors.as(mediator, () -> agreements.rewrite(agreement, 2, mediated.draft(mediation, "100.00", Mediated.today()))))
                .hasMessage("WRONG_STATE");
        assertThatThrownBy(() -> JdbcClient.create(owner).sql("update mediation.agreement set terms = 'x' where id = :id").param("id", agreement)
                .update()).hasMessageContaining("a signed agreement is not changed");
    }

    @Test
    void whenAllIsKeptTheAgreementIsPerformed() {
        long agreement = mediated.signed();
        Actors.run(mediator, () -> agreements.perform(agreement, 1, Mediated.today(), null));
        assertThat(view(agreement).agreement().state()).isEqualTo(AgreementRow.State.SIGNED);
        Actors.run(mediator, () -> agreements.perform(agreement, 2, Mediated.today(), null));

        assertThat(view(agreement).agreement().state()).isEqualTo(AgreementRow.State.PERFORMED);
        assertThat(Actors.as(mediated.dispatcher, () -> matters.detail(mediated.matterOf(agreement))).orElseThrow().timeline())
                .extracting(MatterDetail.Entry::action).contains("OPEN_MEDIATION", "RECORD_CONSENT", "DRAW_AGREEMENT", "SIGN_AGREEMENT",
                        "RECORD_OBLIGATION");
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void sixtyFourAtOnceGetNumbersWithoutGapOrDouble() throws Exception {
        List<Long> cases = IntStream.range(0, 64).mapToObj(i -> mediated.consented()).toList();
        int before = last();

        List<String> answers = together(cases.stream().<Callable<String>>map(one -> () -> said(() -> mediated.drawn(one))).toList());

        assertThat(answers).containsOnly("done");
        TreeSet<Integer> numbers = new TreeSet<>(JdbcClient.create(owner).sql("select number from mediation.agreement where mediation_id = any (:ids)")
                .param("ids", cases.toArray(Long[]::new)).query(Integer.class).list());
        assertThat(numbers).hasSize(64);
        assertThat(numbers.first()).isEqualTo(before + 1);
        assertThat(numbers.last()).isEqualTo(before + 64);
    }

    @Test
    void aNumberTakenInVainIsGivenToTheNext() {
        int before = last();
        long one = mediated.drawn(mediated.consented());
        assertThatThrownBy(() -> mediated.drawn(view(one).agreement().mediationId())).hasMessage("ALREADY_EXISTS: MEDIATION_AGREEMENT");

        assertThat(view(mediated.drawn(mediated.consented())).agreement().number()).endsWith("榆人调字第" + (before + 2) + "号");
    }

    @Test
    void confirmationIsNotAskedForOnTheThirtyFirstDay() {
        long agreement = mediated.signed();
        LocalDate day = Mediated.today();
        JdbcClient jdbc = JdbcClient.create(owner);
        jdbc.sql("alter table mediation.agreement disable trigger keep_signed").update();
        jdbc.sql("update mediation.agreement set signed_on = :on, effective_on = :on where id = :id").param("on", day.minusDays(31))
                .param("id", agreement).update();
        jdbc.sql("alter table mediation.agreement enable trigger keep_signed").update();

        assertThatThrownBy(() -> Actors.run(mediator, () -> agreements.applyForConfirmation(agreement, day, "榆中县人民法院", false)))
                .satisfies(fields("bothParties", "REQUIRED"));
        assertThatThrownBy(() -> Actors.run(mediator, () -> agreements.applyForConfirmation(agreement, day, "榆中县人民法院", true)))
                .hasMessage("RULE_REFUSED: CONFIRMATION_LATE");
        Actors.run(mediator, () -> agreements.applyForConfirmation(agreement, day.minusDays(1), "榆中县人民法院", true));
        Actors.run(mediator, () -> agreements.answerConfirmation(agreement, AgreementView.Answer.CONFIRMED, day, "（2026）甘0123民特1号"));
        assertThat(view(agreement).confirmation().answer()).isEqualTo(AgreementView.Answer.CONFIRMED);
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

    @Test
    void aResidentSeesSessionsAndWhatIsOwed() {
        long agreement = mediated.signed();

        ResidentMediation seen = residents.of(mediated.matterOf(agreement));
        assertThat(seen.obligations()).hasSize(2);
        assertThat(seen.obligations().getFirst().amount()).isEqualByComparingTo(new BigDecimal("100"));
    }

    private MediationCase read(long mediation) {
        return Actors.as(mediated.dispatcher, () -> mediations.find(mediation)).orElseThrow();
    }

    private AgreementView view(long agreement) {
        return Actors.as(mediated.dispatcher, () -> agreements.find(agreement)).orElseThrow();
    }

    private int last() {
        return JdbcClient.create(owner).sql("select coalesce(max(c.last), 0) from mediation.counter c join mediation.committee k on k.id = c.committee_id where k.sign = '榆人调字'")
                .query(Integer.class).single();
    }

    private static String said(Callable<?> work) throws Exception {
        try {
            work.call();
            return "done";
        } catch (Problem e) {
            return e.getMessage();
        }
    }

    private static List<String> together(List<Callable<String>> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            List<String> answers = new ArrayList<>();
            for (Future<String> future : threads.invokeAll(work)) {
                answers.add(future.get(Duration.ofMinutes(2).toSeconds(), java.util.concurrent.TimeUnit.SECONDS));
            }
            return answers;
        }
    }

    private static org.assertj.core.api.ThrowingConsumer<Throwable> fields(String path, String code) {
        return thrown -> assertThat(((Problem) thrown).errors()).contains(new Problem.FieldError(path, code));
    }
}
