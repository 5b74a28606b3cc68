package org.hejie.wage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.hejie.audit.AuditVerification;
import org.hejie.matter.Act;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.shared.Times;
import org.hejie.testing.HejieTest;
import org.hejie.wage.WageClaim.Clue;
import org.hejie.wage.WageClaim.LimitState;
import org.hejie.wage.WageWorkers.Share;
import org.hejie.wage.WageWorkers.Verification;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 护薪: what a claim stands on, who has to pay, by when it is brought, and where it goes. */
@HejieTest
class WageClaimsTest extends WageFixture {

    @Autowired AuditVerification audit;
    @Autowired @FlywayDataSource DataSource owner;

    @Test
    void aClaimStandsOnAMatterOfWageArrearsOnly() {
        MatterId noise = matter("0202");

        assertThatThrownBy(() -> Actors.as(window, () -> claims.open(noise, draft(null, Set.of())))).hasMessage("RULE_REFUSED: WAGE_CATEGORY");
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

    private static WorkerDraft left(LocalDate on) {
        WorkerDraft worker = worker("乙", card(), null, "1000");
        return new WorkerDraft(worker.person(), null, null, null, on, worker.claimed());
    }
}
