package org.hejie.wage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hejie.org.Actors;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.testing.HejieTest;
import org.hejie.wage.WageWorkers.Path;
import org.hejie.wage.WageWorkers.PaymentOrder;
import org.hejie.wage.WageWorkers.Share;
import org.hejie.wage.WageWorkers.Verification;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From what is claimed to what is verified and to the money. */
@HejieTest
class WagePaymentsTest extends WageFixture {

    @Autowired WageFigures figures;

    @Test
    void sumsAndStageFollowTheRows() {
        long first = add(worker("王小民", card(), null, "12000.50"));
        long second = add(worker("李四", card(), null, "8000"));
        assertThat(view().sums()).isEqualTo(new Sums(2, 2, yuan("20000.50"), yuan("0"), yuan("0")));

        verify(new Verification(first, yuan("12000")), new Verification(second, yuan("8000")));
        assertThat(view().stage()).isEqualTo(Stage.VERIFIED);
        pay(new Share(first, yuan("12000")));
        assertThat(view().stage()).isEqualTo(Stage.PARTLY_PAID);
        pay(new Share(second, yuan("3000")));
        pay(new Share(second, yuan("5000")));

        assertThat(view().stage()).isEqualTo(Stage.PAID);
        assertThat(view().sums()).isEqualTo(new Sums(2, 0, yuan("20000.50"), yuan("20000"), yuan("20000")));
    }

    @Test
    void moreThanClaimedIsNotVerifiedAndMoreThanVerifiedIsNotPaid() {
        long worker = add(worker("王小民", card(), null, "1000"));

        assertThat(refused(() -> verify(new Verification(worker, yuan("1000.01")))))
                .containsExactly(new FieldError("rows[0].verified", "MORE_THAN_CLAIMED"));
        assertThat(refused(() -> pay(new Share(worker, yuan("1"))))).containsExactly(new FieldError("rows[0].amount", "NOT_VERIFIED"));
        verify(new Verification(worker, yuan("900")));
        assertThat(refused(() -> pay(new Share(worker, yuan("900.01"))))).containsExactly(new FieldError("rows[0].amount", "MORE_THAN_VERIFIED"));
    }

    @Test
    void twoWhoVerifyOneClaimDoNotOverwriteEachOther() {
        long worker = add(worker("王小民", card(), null, "1000"));
        int seen = view().version();
        verify(new Verification(worker, yuan("900")));

        assertThatThrownBy(() -> Actors.as(dispatcher, () -> workers.verify(claim, seen, List.of(new Verification(worker, yuan("800"))))))
                .hasMessage("STALE");
    }

    @Test
    void aWindowClerkRecordsButDoesNotVerify() {
        long worker = add(worker("王小民", card(), null, "1000"));
        int seen = view().version();

        assertThatThrownBy(() -> Actors.as(window, () -> workers.verify(claim, seen, List.of(new Verification(worker, yuan("900"))))))
                .hasMessage("FORBIDDEN: WAGE_VERIFY");
    }

    @Test
    void aPaymentRecordedInErrorIsTakenBackAndStays() {
        long worker = add(worker("王小民", card(), null, "1000"));
        verify(new Verification(worker, yuan("1000")));
        pay(new Share(worker, yuan("1000")));
        long payment = rows().getFirst().payments().getFirst().id();
        Actors.run(dispatcher, () -> workers.withdrawPayment(payment, "转账被退回"));

        assertThat(view().stage()).isEqualTo(Stage.VERIFIED);
        assertThat(rows().getFirst().payments()).extracting(WorkerRow.Payment::withdrawn).containsExactly("转账被退回");
    }

    @Test
    void aWorkerOfTwoClaimsCountsOnceAndTheFigureOpensItsRows() {
        LocalDate day = LocalDate.of(2021, 3, 1).plusDays(NUMBER.incrementAndGet());
        String card = card();
        long other = Actors.as(window, () -> claims.open(matter, draft(null, Set.of())));
        for (long one : List.of(claim, other)) {
            long worker = Actors.as(window, () -> workers.add(one, List.of(worker("王小民", card, null, "1000")), Path.ALONE)).getFirst();
            int seen = Actors.as(dispatcher, () -> claims.find(one)).orElseThrow().version();
            Actors.as(dispatcher, () -> workers.verify(one, seen, List.of(new Verification(worker, yuan("1000")))));
            Actors.as(dispatcher, () -> workers.pay(one, seen + 1, new PaymentOrder(day, PayMethod.ACCOUNT, null, List.of(new Share(worker, yuan("600"))))));
        }

        assertThat(Actors.as(dispatcher, () -> figures.recovered(day, day)))
                .isEqualTo(new WageFigures.Recovered(day, day, 1, yuan("1200.00"), 2, 2));
        assertThat(Actors.as(dispatcher, () -> figures.rows(day, day, null, 10)).items()).extracting(WageFigures.PaidRow::claimId)
                .containsExactly(other, claim);
    }
}
