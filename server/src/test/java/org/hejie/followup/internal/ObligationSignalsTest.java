package org.hejie.followup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hejie.followup.ObligationSignal;
import org.hejie.followup.ObligationSignals.Finding;
import org.hejie.followup.ObligationSignals.ObligationVisit;
import org.hejie.followup.VisitMode;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.mediation.Mediated;
import org.hejie.mediation.ObligationDefaulted;
import org.hejie.mediation.ObligationMadeGood;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.shared.web.Problem;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What was not kept becomes a signal and a visit. */
@HejieTest
class ObligationSignalsTest {

    @Autowired BeanFactory beans;
    @Autowired TestStaff staff;
    @Autowired Matters matters;
    @Autowired CountyObligationSignals signals;
    private Mediated mediated;
    private Actor mediator;
    private MatterId matter;
    private long agreement;

    @BeforeEach
    void aDefault() {
        mediated = new Mediated(beans);
        mediator = mediated.mediator.actor();
        agreement = mediated.signed();
        matter = mediated.matterOf(agreement);
        defaulted();
        await().until(() -> !all().isEmpty());
    }

    private void defaulted() {
        signals.on(new ObligationDefaulted(matter, agreement, 1, mediated.mediator.id().value(), Instant.now()));
    }

    @Test
    void aDefaultPlansAVisitOnceAlsoWhileTheMatterIsOpen() {
        defaulted();

        assertThat(all()).singleElement().satisfies(signal -> {
            assertThat(signal.visitDueOn()).isEqualTo(Mediated.today().plusDays(3));
            assertThat(signal.visit()).isNull();
        });
    }

    @Test
    void theMediatorFindsItAmongHisOwn() {
        assertThat(mine(mediator)).extracting(ObligationSignal::agreement).contains(agreement);
        assertThat(mine(mediated.dispatcher)).isEmpty();
    }

    @Test
    void theVisitStandsInTheHistoryAndEndsTheSignal() {
        visit(Mediated.today());

        assertThat(all().getFirst().visit()).isEqualTo(new ObligationVisit(Mediated.today(), VisitMode.FACE_TO_FACE, Finding.CANNOT, "月底前还一半"));
        assertThat(mine(mediator)).extracting(ObligationSignal::agreement).doesNotContain(agreement);
        List<MatterDetail.Entry> told = Actors.as(mediated.dispatcher, () -> matters.detail(matter)).orElseThrow().timeline();
        assertThat(told).filteredOn(entry -> "VISITED_CANNOT".equals(entry.reason())).hasSize(1);
        assertThatThrownBy(() -> visit(Mediated.today())).hasMessage("WRONG_STATE");
    }

    @Test
    void aVisitIsNeitherTomorrowNorBeforeTheDefault() {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> visit(Mediated.today().plusDays(1)))
                .satisfies(problem -> assertThat(problem.errors()).extracting(Problem.FieldError::code).containsExactly("FUTURE"));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> visit(Mediated.today().minusDays(1)))
                .satisfies(problem -> assertThat(problem.errors()).extracting(Problem.FieldError::code).containsExactly("BEFORE_DEFAULT"));
    }

    @Test
    void whatIsPerformedAfterAllIsSettled() {
        signals.on(new ObligationMadeGood(matter, agreement, 1, Instant.now()));
        await().until(() -> all().getFirst().settledAt() != null);

        assertThat(mine(mediator)).extracting(ObligationSignal::agreement).doesNotContain(agreement);
    }

    @Test
    void othersNeitherSeeNorVisit() {
        Actor stranger = staff.department("housing").actor();
        long signal = all().getFirst().id();

        assertThat(Actors.as(stranger, () -> signals.of(matter))).isEmpty();
        assertThatThrownBy(() -> Actors.run(stranger, () -> signals.visit(signal, found(Mediated.today())))).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> Actors.run(staff.windowClerk().actor(), () -> signals.visit(signal, found(Mediated.today()))))
                .hasMessageMatching("NOT_FOUND|FORBIDDEN: OBLIGATION_VISIT");
    }

    private List<ObligationSignal> all() {
        return Actors.as(mediated.dispatcher, () -> signals.of(matter));
    }

    private List<ObligationSignal> mine(Actor actor) {
        return Actors.as(actor, () -> signals.open(true, null, 200)).items();
    }

    private void visit(LocalDate on) {
        Actors.run(mediator, () -> signals.visit(all().getFirst().id(), found(on)));
    }

    private static ObligationVisit found(LocalDate on) {
        return new ObligationVisit(on, VisitMode.FACE_TO_FACE, Finding.CANNOT, "月底前还一半");
    }
}
