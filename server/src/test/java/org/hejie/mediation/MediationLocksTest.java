package org.hejie.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.hejie.matter.MatterId;
import org.hejie.mediation.MediationCase.CaseParty;
import org.hejie.mediation.MediationCase.Consent;
import org.hejie.mediation.Mediators.RecusalGround;
import org.hejie.mediation.SessionWish.Answer;
import org.hejie.mediation.SessionWish.Reason;
import org.hejie.org.Actors;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever acts on a mediation waits for its matter before he takes anything of it, so that no two wait for each other. */
@HejieTest
@Timeout(60)
class MediationLocksTest extends MediationFixture {

    @Autowired Mediators mediators;
    @Autowired SessionWishes wishes;

    @Test
    void aConsentTakesTheMatterBeforeTheMediation() throws Exception {
        long mediation = mediated.opened(mediated.dispute());
        long party = mediated.parties(mediation).getFirst().id();

        freeWhileTheMatterIsTaken(read(mediation).matterId(), "mediation.mediation", mediation, () -> mediated.say(mediation, party, Consent.AGREED));
    }

    @Test
    void anAttendanceTakesTheMatterBeforeTheSession() throws Exception {
        long mediation = mediated.consented();
        long session = mediated.session(mediation);
        List<Long> parties = mediated.parties(mediation).stream().map(CaseParty::id).toList();

        freeWhileTheMatterIsTaken(read(mediation).matterId(), "mediation.session", session,
                () -> Actors.run(mediator, () -> sessions.attend(session, parties, true)));
    }

    @Test
    void aSignatureTakesTheMatterBeforeTheAgreement() throws Exception {
        long agreement = mediated.drawn(mediated.consented());
        long scan = mediated.scan();

        freeWhileTheMatterIsTaken(view(agreement).matterId(), "mediation.agreement", agreement,
                () -> Actors.run(mediator, () -> agreements.sign(agreement, 1, Mediated.today(), scan)));
    }

    @Test
    void aResidentsWishTakesTheMatterBeforeTheWish() throws Exception {
        long mediation = mediated.consented();
        Instant from = Mediated.morning();
        long session = Actors.as(mediator, () -> sessions.plan(mediation, mediated.joint(from, 9)));
        MatterId matter = new MatterId(read(mediation).matterId());
        wishes.say(matter, session, Answer.MOVE, from.plus(80, ChronoUnit.DAYS), Reason.WORK);
        long wish = JdbcClient.create(owner).sql("select id from mediation.session_wish where session_id = :id").param("id", session)
                .query(Long.class).single();

        freeWhileTheMatterIsTaken(matter.value(), "mediation.session_wish", wish, () -> wishes.say(matter, session, Answer.SUITS, null, null));
    }

    /** What refers to a matter holds it against deletion until it is committed; nobody else at work on the matter waits for that. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aRecusalDoesNotWaitForWhatOnlyRefersToItsMatter() throws Exception {
        MatterId matter = mediated.dispute();

        try (Connection holder = owner.getConnection()) {
            holder.setAutoCommit(false);
            number(holder, "select id from matter.matter where id = " + matter.value() + " for key share");
            Actors.run(mediated.dispatcher, () -> mediators.recuse(matter, mediated.first, RecusalGround.KINSHIP));
            holder.rollback();
        }
    }

    @Test
    void ofSeveralWhoOpenAtOnceOneDoes() throws Exception {
        MatterId matter = mediated.dispute();

        List<String> said = together(Collections.nCopies(6, () -> said(() -> mediated.opened(matter))));

        assertThat(said).containsOnlyOnce("done").filteredOn(one -> !one.equals("done")).hasSize(5)
                .containsOnly("ALREADY_EXISTS: MEDIATION_OPEN");
    }

    @Test
    void ofSeveralWhoDrawAnAgreementAtOnceOneDoes() throws Exception {
        long mediation = mediated.consented();

        List<String> said = together(Collections.nCopies(6, () -> said(() -> mediated.drawn(mediation))));

        assertThat(said).containsOnlyOnce("done").filteredOn(one -> !one.equals("done")).hasSize(5)
                .containsOnly("ALREADY_EXISTS: MEDIATION_AGREEMENT");
    }

    @Test
    void whoeverHasWaitedReadsWhatWasWrittenMeanwhile() throws Exception {
        long agreement = mediated.signed();
        long matter = view(agreement).matterId();

        try (Connection other = owner.getConnection(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            Future<?> acting = waiting(other, matter, threads,
                    () -> Actors.run(mediator, () -> agreements.perform(agreement, 2, Mediated.today(), null)));
            try (Statement paid = other.createStatement()) {
                paid.execute("update mediation.obligation set status = 'PERFORMED', performed_on = current_date"
                        + " where position = 1 and agreement_id = " + agreement);
            }
            other.commit();
            acting.get(20, TimeUnit.SECONDS);
        }

        assertThat(view(agreement).agreement().state()).isEqualTo(AgreementRow.State.PERFORMED);
    }

    private void freeWhileTheMatterIsTaken(long matter, String table, long id, Runnable act) throws Exception {
        try (Connection holder = owner.getConnection(); Connection other = owner.getConnection();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            holder.setAutoCommit(false);
            Future<?> acting = waiting(holder, matter, threads, act);

            assertThat(number(other, "select id from " + table + " where id = " + id + " for update nowait")).isEqualTo(id);
            holder.rollback();
            acting.get(20, TimeUnit.SECONDS);
        }
    }

    /** Takes the matter and lets the act wait for it. */
    private Future<?> waiting(Connection holder, long matter, ExecutorService threads, Runnable act) throws SQLException {
        long pid = number(holder, "select pg_backend_pid() from matter.matter where id = " + matter + " for no key update");
        Future<?> acting = threads.submit(act);
        try (Connection watching = owner.getConnection()) {
            await().until(() -> number(watching, "select count(*) from pg_stat_activity where pg_blocking_pids(pid) @> array[" + pid + "::int]") == 1);
        }
        return acting;
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
