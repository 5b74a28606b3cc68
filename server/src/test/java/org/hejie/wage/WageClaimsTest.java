package org.hejie.wage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.hejie.audit.AuditVerification;
import org.hejie.matter.Act;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.party.PartyDraft;
import org.hejie.party.PartyKind;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestStaff;
import org.hejie.wage.WageClaim.Clue;
import org.hejie.wage.WageClaim.LimitState;
import org.hejie.wage.WageWorkers.PaymentOrder;
import org.hejie.wage.WageWorkers.Path;
import org.hejie.wage.WageWorkers.Share;
import org.hejie.wage.WageWorkers.Verification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 护薪: from the claim to the money. */
@HejieTest
class WageClaimsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger(1000);

    @Autowired WageClaims claims;
    @Autowired WageWorkers workers;
    @Autowired WageFigures figures;
    @Autowired Matters matters;
    @Autowired TestStaff staff;
    @Autowired AuditVerification audit;
    @Autowired @FlywayDataSource DataSource owner;
    private Actor window;
    private Actor dispatcher;
    private MatterId matter;
    private long claim;

    @BeforeEach
    void aClaim() {
        window = staff.windowClerk().actor();
        dispatcher = staff.dispatcher().actor();
        matter = matter("0401");
        claim = Actors.as(window, () -> claims.open(matter, draft("甘肃某分包公司", Set.of())));
    }

    @Test
    void aClaimStandsOnAMatterOfWageArrearsOnly() {
        MatterId noise = matter("0202");

        assertThatThrownBy(() -> Actors.as(window, () -> claims.open(noise, draft(null, Set.of())))).hasMessage("RULE_REFUSED: WAGE_CATEGORY");
    }

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
    void theSameWorkerTwiceIsRefusedNamingHisRow() {
        String card = card();
        add(worker("王小民", card, null, "1000"));

        assertThat(refused(() -> add(worker("王晓民", card.toLowerCase(Locale.ROOT), null, "2000"))))
                .containsExactly(new FieldError("documentNumber", "TWICE"), new FieldError("workers[1]", "TWICE"));
        assertThat(view().sums().workers()).isEqualTo(1);
    }

    @Test
    void withoutADocumentTheSamePhoneIsTheSameWorker() {
        add(worker("王小民", null, "13900001111", "1000"));

        assertThat(refused(() -> add(worker("王小民", card(), "139 0000 1111", "1000")))).first().isEqualTo(new FieldError("phone", "TWICE"));
    }

    @Test
    void aWithdrawnRowNoLongerCountsAndMayBeEnteredAnew() {
        String card = card();
        long wrong = add(worker("王小民", card, null, "1000"));
        Actors.run(window, () -> workers.withdraw(wrong, "金额写错"));
        add(worker("王小民", card, null, "1200"));

        assertThat(view().sums()).isEqualTo(new Sums(1, 1, yuan("1200"), yuan("0"), yuan("0")));
        assertThat(rows()).extracting(WorkerRow::row, WorkerRow::withdrawn).containsExactly(tuple(1, "金额写错"), tuple(2, null));
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
    void aSheetIsTakenWholeOrNotAtAll() {
        String twice = card();
        String sheet = "姓名,身份证号,联系电话,工种,离岗日期,拖欠金额\n"
                + "王小民," + twice + ",,钢筋工,2025/3/10,\"12,000.5\"\n"
                + ",,,木工,,300\n"
                + "李四,,,木工,昨天,三百\n";
        assertThat(refused(() -> sheet(sheet))).containsExactly(new FieldError("rows[2].name", "REQUIRED"),
                new FieldError("rows[3].leftOn", "INVALID"), new FieldError("rows[3].claimed", "INVALID"));
        assertThat(refused(() -> sheet("姓名,证件号码,拖欠金额\n甲," + twice + ",1\n乙,,2\n丙," + twice + ",3\n"))).containsExactly(
                new FieldError("rows[3].documentNumber", "TWICE"), new FieldError("rows[1].documentNumber", "TWICE"));
        assertThat(refused(() -> sheet("姓名,证件号码,电话,拖欠金额\n甲,,,1\n乙,,13900001111,2\n甲," + twice + ",,3\n乙,,13900002222,4\n")))
                .containsExactly(new FieldError("rows[3].name", "SAME_NAME"));
        assertThat(refused(() -> sheet("姓名,电话\n甲,1\n"))).containsExactly(new FieldError("columns.claimed", "REQUIRED"));
        assertThat(rows()).isEmpty();

        assertThat(sheet("name,document,claimed,left,trade\n王小民," + twice + ",\"12,000.5\",2025-03-10,钢筋工\n李四,,300,,\n")).isEqualTo(2);
        assertThat(rows()).extracting(WorkerRow::name, WorkerRow::claimed, WorkerRow::leftOn).containsExactly(
                tuple("王**", yuan("12000.50"), LocalDate.of(2025, 3, 10)), tuple("李*", yuan("300.00"), null));
    }

    @Test
    void whoComesToSeeTheMatterSeesItsWorkers() {
        add(worker("王小民", card(), null, "1000"));
        Actor labour = staff.department("labour").actor();
        assertThat(Actors.as(labour, () -> claims.find(claim))).isEmpty();

        int version = Actors.as(dispatcher, () -> matters.standing(matter)).orElseThrow().version();
        Actors.as(dispatcher, () -> matters.act(matter, version, new Act.Dispatch(labour.unitId().orElseThrow(), List.of(), null, null, null)));

        assertThat(Actors.as(labour, () -> workers.list(claim, null, 10)).items()).extracting(WorkerRow::name).containsExactly("王**");
    }

    @Test
    void theContractorPaysFirstWhereASubcontractorOwes() {
        assertThat(view().payers()).extracting(WageClaim.Payer::code, WageClaim.Payer::link)
                .startsWith(tuple("SUBCONTRACTOR", WageClaim.Link.GENERAL_CONTRACTOR));
        int changed = Actors.as(window, () -> claims.change(claim, 1, draft("甘肃某分包公司", Set.of(ClaimFact.PROJECT_UNLAWFUL))));

        assertThat(changed).isEqualTo(2);
        assertThat(view().payers()).first().extracting(WageClaim.Payer::code, payer -> payer.law().verified())
                .containsExactly("UNLAWFUL_PROJECT", false);
    }

    @Test
    void theArbitrationLimitOfThoseNotPaidIsWarnedOf() {
        LocalDate today = LocalDate.now(Times.ZONE);
        add(worker("甲", card(), null, "1000"));
        add(left(today.minusYears(1).plusDays(10)));
        add(left(today.minusYears(1).minusDays(1)));

        assertThat(view().arbitration()).extracting(WageClaim.Arbitration::state, WageClaim.Arbitration::firstDay,
                WageClaim.Arbitration::lasting, WageClaim.Arbitration::near, WageClaim.Arbitration::passed)
                .containsExactly(LimitState.PASSED, today.plusDays(10), 1, 1, 1);
    }

    @Test
    void aClueGoesToTheProcuratorateWhichAnswers() {
        Actor procurator = staff.holding(Role.PROCURATOR_POST, staff.units().byCode("procuratorate").orElseThrow().id()).actor();
        assertThatThrownBy(() -> Actors.as(dispatcher, () -> claims.sendClue(claim, "无力自行起诉"))).hasMessage("RULE_REFUSED: WAGE_NO_WORKERS");
        add(worker("王小民", card(), null, "1000"));
        long clue = Actors.as(dispatcher, () -> claims.sendClue(claim, "无力自行起诉"));
        assertThatThrownBy(() -> Actors.as(dispatcher, () -> claims.sendClue(claim, "再发"))).hasMessage("ALREADY_EXISTS: WAGE_CLUE");
        assertThatThrownBy(() -> Actors.run(dispatcher, () -> claims.answerClue(clue, true, null))).hasMessage("FORBIDDEN: WAGE_ANSWER_CLUE");
        Actors.run(procurator, () -> claims.answerClue(clue, true, null));

        assertThat(Actors.as(procurator, () -> claims.find(claim)).orElseThrow().clues()).extracting(Clue::state).containsExactly(Clue.State.TAKEN_UP);
        assertThatThrownBy(() -> Actors.run(procurator, () -> claims.answerClue(clue, false, "重复"))).hasMessage("WRONG_STATE: WAGE_CLUE_ANSWERED");
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

    @Test
    void theHistoryTellsSumsAndNothingAboutAPerson() {
        long worker = add(worker("王小民", card(), "13900001111", "1000"));
        verify(new Verification(worker, yuan("900")));
        pay(new Share(worker, yuan("900")));

        assertThat(Actors.as(dispatcher, () -> matters.detail(matter)).orElseThrow().timeline()).extracting(MatterDetail.Entry::action)
                .endsWith("RECORD_WAGES", "RECORD_WAGES", "VERIFY_WAGES", "RECOVER_WAGES");
        assertThat(JdbcClient.create(owner).sql("select coalesce(note, '') || coalesce(data::text, '') from matter.event where matter_id = :id")
                .param("id", matter.value()).query(String.class).list()).allSatisfy(told -> assertThat(told).doesNotContain("王", "1390000"));
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    private MatterId matter(String category) {
        return Actors.as(window, () -> matters.register(new RegisterMatter(SourceLine.WINDOW, null, null, null, "工地欠薪", "工地欠薪，来人反映。",
                category, null, new Place("某工地", "620123104", null, null, null), null, null, null, null, List.of(), null, List.of()))).id();
    }

    private static ClaimDraft draft(@Nullable String subcontractor, Set<ClaimFact> facts) {
        return new ClaimDraft("某安置房项目", "某建设单位", "某建筑总承包公司", subcontractor, "钢筋班", new PartyDraft(PartyKind.PERSON, "赵工头",
                null, null, null, "13900009999", null, null, null, null, Set.of()), facts, Set.of(Evidence.IOU), Presence.UNKNOWN, Presence.NONE);
    }

    private static WorkerDraft worker(String name, @Nullable String card, @Nullable String phone, String claimed) {
        return new WorkerDraft(new PartyDraft(PartyKind.PERSON, name, null, card, null, phone, null, null, null, null, Set.of()), null, null, null,
                null, yuan(claimed));
    }

    private static WorkerDraft left(LocalDate on) {
        WorkerDraft worker = worker("乙", card(), null, "1000");
        return new WorkerDraft(worker.person(), null, null, null, on, worker.claimed());
    }

    /** Numbers that only this test uses; their check digit may be wrong, which warns and does not refuse. */
    private static String card() {
        return "62012319900101%03dX".formatted(NUMBER.incrementAndGet() % 1000);
    }

    private static BigDecimal yuan(String amount) {
        return new BigDecimal(amount).setScale(2);
    }

    private long add(WorkerDraft worker) {
        return Actors.as(window, () -> workers.add(claim, List.of(worker), Path.ALONE)).getFirst();
    }

    private int sheet(String text) {
        return Actors.as(window, () -> workers.addSheet(claim, text.getBytes(StandardCharsets.UTF_8)));
    }

    private void verify(Verification... rows) {
        int seen = view().version();
        Actors.as(dispatcher, () -> workers.verify(claim, seen, List.of(rows)));
    }

    private void pay(Share... rows) {
        int seen = view().version();
        Actors.as(dispatcher, () -> workers.pay(claim, seen, new PaymentOrder(LocalDate.of(2026, 1, 5), PayMethod.BANK, null, List.of(rows))));
    }

    private WageClaim view() {
        return Actors.as(dispatcher, () -> claims.find(claim)).orElseThrow();
    }

    private List<WorkerRow> rows() {
        return Actors.as(dispatcher, () -> workers.list(claim, null, 100)).items();
    }

    private static List<FieldError> refused(Runnable work) {
        return catchThrowableOfType(Problem.class, work::run).errors();
    }
}
