package org.hejie.mediation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.Matters;
import org.hejie.mediation.AgreementRow;
import org.hejie.mediation.Agreements;
import org.hejie.mediation.Mediated;
import org.hejie.mediation.Obligation;
import org.hejie.org.Actors;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is owed is looked at: told three days before, a default the day after. */
@HejieTest
class PerformanceRoundsTest {

    @Autowired BeanFactory beans;
    @Autowired Matters matters;
    @Autowired Agreements agreements;
    @Autowired PerformanceRounds rounds;
    @Autowired @FlywayDataSource DataSource owner;
    private Mediated mediated;
    private long agreement;

    @BeforeEach
    void anAgreement() {
        mediated = new Mediated(beans);
        agreement = mediated.signed();
    }

    @Test
    void aReminderIsGivenOnceFromTheThirdDayBefore() {
        due(2, Mediated.today().plusDays(4));
        rounds.go();
        assertThat(reminded(2)).isFalse();
        due(2, Mediated.today().plusDays(3));
        rounds.go();
        rounds.go();

        assertThat(reminded(2)).isTrue();
        assertThat(JdbcClient.create(owner).sql("select count(*) from notify.told_once where event = 'OBLIGATION_NEAR' and what like '%' || :id")
                .param("id", id(2)).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void whatIsNotKeptByItsDayIsADefaultInTheHistory() {
        due(1, Mediated.today().minusDays(1));
        rounds.go();
        rounds.go();

        assertThat(first().status()).isEqualTo(Obligation.Status.DEFAULTED);
        List<MatterDetail.Entry> told = Actors.as(mediated.dispatcher, () -> matters.detail(mediated.matterOf(agreement))).orElseThrow().timeline();
        assertThat(told).filteredOn(entry -> "DEFAULTED".equals(entry.reason())).hasSize(1);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whereSomebodyIsAtWorkTheNextRoundLooks() throws SQLException {
        due(1, Mediated.today().minusDays(1));
        try (Connection holder = owner.getConnection(); Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select from matter.matter where id = " + mediated.matterOf(agreement).value() + " for no key update");
            rounds.go();
            assertThat(first().status()).isEqualTo(Obligation.Status.DUE);
            holder.rollback();
        }
        rounds.go();

        assertThat(first().status()).isEqualTo(Obligation.Status.DEFAULTED);
    }

    private Obligation first() {
        return Actors.as(mediated.dispatcher, () -> agreements.find(agreement)).orElseThrow().obligations().getFirst();
    }

    @Test
    void aDefaultMayStillBeMadeGood() {
        due(1, Mediated.today().minusDays(1));
        rounds.go();
        Actors.run(mediated.mediator.actor(), () -> agreements.perform(agreement, 1, Mediated.today(), null));
        Actors.run(mediated.mediator.actor(), () -> agreements.perform(agreement, 2, Mediated.today(), null));

        assertThat(Actors.as(mediated.dispatcher, () -> agreements.find(agreement)).orElseThrow().agreement().state())
                .isEqualTo(AgreementRow.State.PERFORMED);
    }

    @Test
    void aDefaultIsHeardByFollowUpAndSettledWhenMadeGood() {
        due(1, Mediated.today().minusDays(1));
        rounds.go();
        await().until(() -> signals("settled_at is null") == 1);
        Actors.run(mediated.mediator.actor(), () -> agreements.perform(agreement, 1, Mediated.today(), null));

        await().until(() -> signals("settled_at is not null") == 1);
    }

    private long signals(String which) {
        return JdbcClient.create(owner).sql("select count(*) from followup.obligation_signal where agreement_id = :id and " + which)
                .param("id", agreement).query(Long.class).single();
    }

    private void due(int position, LocalDate on) {
        JdbcClient.create(owner).sql("update mediation.obligation set due_on = :on where agreement_id = :id and position = :position")
                .param("on", on).param("id", agreement).param("position", position).update();
    }

    private boolean reminded(int position) {
        return JdbcClient.create(owner).sql("select reminded_at is not null from mediation.obligation where agreement_id = :id and position = :position")
                .param("id", agreement).param("position", position).query(Boolean.class).single();
    }

    private String id(int position) {
        return JdbcClient.create(owner).sql("select id::text from mediation.obligation where agreement_id = :id and position = :position")
                .param("id", agreement).param("position", position).query(String.class).single();
    }
}
