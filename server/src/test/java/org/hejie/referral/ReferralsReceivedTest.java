package org.hejie.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hejie.referral.PartnerSimulator.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.hejie.intake.Submission;
import org.hejie.intake.Submissions;
import org.hejie.intake.Taken;
import org.hejie.matter.MatterId;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actors;
import org.hejie.referral.PartnerSimulator.Said;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 四调对接: what partners send, late, twice and many at once, becomes one matter each, and the desk is told. */
@HejieTest
class ReferralsReceivedTest extends ReferralFixture {

    @Autowired Submissions submissions;

    @ParameterizedTest
    @EnumSource(PartnerSystem.class)
    void whatAPartnerSendsBecomesOneMatterAndIsAnsweredOnce(PartnerSystem system) {
        PartnerSimulator partner = partner(system);
        String number = PartnerSimulator.number();

        Said first = partner.send(partner.referral(number));
        Said second = partner.send(partner.referral(number));

        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(first.text("state")).isEqualTo("RECEIVED");
        ReferralView view = view(first.id());
        assertThat(view.matterCode()).isEqualTo(first.text("matterCode"));
        assertThat(Actors.as(dispatcher, () -> referrals.of(new MatterId(matter(first))))).hasSize(1);
    }

    @Test
    void aReferralThatArrivesIsToldToTheDesk() {
        Said alone = court.send(court.referral(PartnerSimulator.number()));
        court.send(with(court.referral(alone.text("outsideNo")), "amount", 90000));
        court.sendAll(List.of(court.referral(PartnerSimulator.number()), court.referral(PartnerSimulator.number())));

        List<String> told = JdbcClient.create(owner).sql("select event || ' ' || subject || ' ' || link from notify.notice where event like 'REFERRAL%' order by id desc limit 3")
                .query(String.class).list();
        assertThat(told.get(0)).startsWith("REFERRAL_RECEIVED court 2").endsWith("/partners/court");
        assertThat(told.get(1)).isEqualTo("REFERRAL_DIFFERS " + alone.text("matterCode") + " /partners/referrals/" + alone.id() + "/conflicts");
        assertThat(told.get(2)).isEqualTo("REFERRAL_RECEIVED " + alone.text("matterCode") + " /partners/referrals/" + alone.id());
    }

    @Test
    void aNumberTheLineSentBeforeJoinsItsMatter() {
        String number = PartnerSimulator.number();
        var line = staff.line(1, "court");
        var taken = Actors.as(line.actor(), () -> intake(number));

        Said sent = court.send(court.referral(number));

        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(201);
        assertThat(matter(sent)).isEqualTo(taken.value());
        assertThat(view(sent.id()).steps()).extracting(ReferralView.ReferralStep::act).containsExactly("JOINED");
        assertThat(events(taken.value())).contains("JOIN_REFERRAL");
    }

    private MatterId intake(String number) {
        var submission = new Submission(number, null, "1001", "借款", "借款没有归还。", null, "620123104", null, null, null, null, null, null, List.of());
        var taken = submissions.take(SourceLine.COURT, Submissions.Origin.API,
                List.of(new org.hejie.intake.Incoming(submission, "{}", null, null, List.of()))).getFirst();
        return ((Taken.Registered) taken).matter();
    }

    @Test
    void aMatterTheCourtNamesIsJoined() {
        Said first = court.send(court.referral(PartnerSimulator.number()));

        Said second = court.send(with(court.referral(PartnerSimulator.number()), "matterCode", first.text("matterCode")));
        Said unknown = court.send(with(court.referral(PartnerSimulator.number()), "matterCode", "620123202601010000000"));

        assertThat(matter(second)).isEqualTo(matter(first));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.faults()).containsExactly("matterCode:UNKNOWN");
    }

    /** Source: domain.md §2.4 (15, 60, 30 days), to be verified. 2026-03-02 + 15 and 2026-03-05 + 60, + 90 days. */
    @Test
    void aPetitionsOwnDatesAreKeptBeside() {
        PartnerSimulator petition = partner(PartnerSystem.PETITION);

        Said sent = petition.send(petition.referral(PartnerSimulator.number()));

        assertThat(view(sent.id()).dates()).isEqualTo(new ReferralView.PetitionDates(LocalDate.of(2026, 3, 17), LocalDate.of(2026, 5, 6),
                LocalDate.of(2026, 6, 3)));
    }

    @Test
    void eachOfABatchIsAnsweredForItself() {
        String known = PartnerSimulator.number();
        court.send(court.referral(known));
        String twice = PartnerSimulator.number();
        String conflict = PartnerSimulator.number();
        court.send(court.referral(conflict));

        var items = court.sendAll(List.of(court.referral(known), court.referral(twice), court.referral(twice),
                with(court.referral(conflict), "amount", 1), with(court.referral(PartnerSimulator.number()), "kind", "X"),
                with(court.referral(PartnerSimulator.number()), "safety", List.of("DOMESTIC_VIOLENCE")), with(court.referral(PartnerSimulator.number()), "amount", "x")));

        assertThat(items.stream().map(item -> item.path("status").asInt())).containsExactly(200, 201, 200, 409, 400, 422, 400);
        assertThat(items.get(2).path("receipt")).isEqualTo(items.get(1).path("receipt"));
    }

    @Test
    void theSameReferralSentByManyAtOnceIsOne() throws Exception {
        String number = PartnerSimulator.number();
        List<Callable<Said>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> court.send(court.referral(number)));
        }
        List<Said> said = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Said> future : pool.invokeAll(calls)) {
                said.add(future.get());
            }
        }

        assertThat(said).extracting(Said::id).containsOnly(said.getFirst().id());
        assertThat(said).extracting(Said::status).containsOnlyOnce(201).containsOnly(200, 201);
    }

    @Test
    void newsHaveNoGapForEachPartner() {
        court.sendAll(List.of(court.referral(PartnerSimulator.number()), court.referral(PartnerSimulator.number())));
        court.send(court.referral(PartnerSimulator.number()));

        List<Long> numbers = Actors.as(dispatcher, () -> allNews(PartnerSystem.COURT)).stream().map(News::seq).toList();

        assertThat(numbers).containsExactlyElementsOf(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
    }
}
