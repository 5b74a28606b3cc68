package org.hejie.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hejie.audit.AuditVerification;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.mediation.MediationCase.State;
import org.hejie.org.Actors;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agreement from its draft to what is owed: its sums, its number, its signature, its confirmation. */
@HejieTest
class AgreementsTest extends MediationFixture {

    @Autowired Matters matters;
    @Autowired ResidentMediations residents;
    @Autowired JudicialConfirmations confirmations;
    @Autowired AuditVerification audit;

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
    void nothingFallsDueInAnotherAge() {
        long one = mediated.consented();

        assertThatThrownBy(() -> mediated.draft(one, "100.00", LocalDate.of(10_000, 1, 1))).satisfies(fields("obligations[0].dueOn", "RANGE"));
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
    void whatWasStillPlannedFallsAwayWithTheSignature() {
        long mediation = mediated.consented();
        long session = mediated.session(mediation);
        long agreement = mediated.drawn(mediation);

        Actors.run(mediator, () -> agreements.sign(agreement, 1, Mediated.today(), mediated.scan()));

        assertThat(Actors.as(mediated.dispatcher, () -> sessions.find(session)).orElseThrow().session().state())
                .isEqualTo(MediationSessionRow.State.CANCELLED);
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

        assertThatThrownBy(() -> Actors.run(mediator, () -> confirmations.apply(agreement, day, "榆中县人民法院", false)))
                .satisfies(fields("bothParties", "REQUIRED"));
        assertThatThrownBy(() -> Actors.run(mediator, () -> confirmations.apply(agreement, day, "榆中县人民法院", true)))
                .hasMessage("RULE_REFUSED: CONFIRMATION_LATE");
        Actors.run(mediator, () -> confirmations.apply(agreement, day.minusDays(1), "榆中县人民法院", true));
        Actors.run(mediator, () -> confirmations.answer(agreement, AgreementView.Answer.CONFIRMED, day, "（2026）甘0123民特1号"));
        assertThat(view(agreement).confirmation().answer()).isEqualTo(AgreementView.Answer.CONFIRMED);
    }

    @Test
    void aResidentSeesSessionsAndWhatIsOwed() {
        long agreement = mediated.signed();

        ResidentMediation seen = residents.of(mediated.matterOf(agreement));
        assertThat(seen.obligations()).hasSize(2);
        assertThat(seen.obligations().getFirst().amount()).isEqualByComparingTo(new BigDecimal("100"));
    }

    private int last() {
        return JdbcClient.create(owner).sql("select coalesce(max(c.last), 0) from mediation.counter c join mediation.committee k on k.id = c.committee_id where k.sign = '榆人调字'")
                .query(Integer.class).single();
    }
}
