package org.hejie.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.hejie.audit.AuditVerification;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.Limit;
import org.hejie.document.Documents;
import org.hejie.intake.Submission;
import org.hejie.intake.Submissions;
import org.hejie.intake.Taken;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.SourceLine;
import org.hejie.mediation.Agreements;
import org.hejie.mediation.Mediated;
import org.hejie.mediation.MediationCase;
import org.hejie.mediation.MediationSessions;
import org.hejie.mediation.Mediations;
import org.hejie.mediation.Mediators;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.ApiClients;
import org.hejie.org.Role;
import org.hejie.referral.PartnerSimulator.Said;
import org.hejie.referral.ReferralConflict.Decision;
import org.hejie.referral.ReferralView.Deed;
import org.hejie.referral.Referrals.ReferralAnswer;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 四调对接: what partners send, late, twice, out of order and garbled, and what the centre does with it. */
@HejieTest
class ReferralsTest {

    @Autowired BeanFactory beans;
    @Autowired PartnerDoor door;
    @Autowired Referrals referrals;
    @Autowired ReferralConflicts conflicts;
    @Autowired NewsFeed news;
    @Autowired Matters matters;
    @Autowired Mediators mediators;
    @Autowired Mediations mediations;
    @Autowired MediationSessions sessions;
    @Autowired Agreements agreements;
    @Autowired Documents documents;
    @Autowired Calendars calendars;
    @Autowired AuditVerification audit;
    @Autowired ApiClients clients;
    @Autowired Submissions submissions;
    @Autowired TestStaff staff;
    @Autowired @FlywayDataSource DataSource owner;
    @LocalServerPort int port;

    private Actor dispatcher;
    private PartnerSimulator court;

    @BeforeEach
    void aCourt() {
        dispatcher = staff.dispatcher().actor();
        court = partner(PartnerSystem.COURT);
    }

    private PartnerSimulator partner(PartnerSystem system) {
        return PartnerSimulator.of(system, staff, clients, port);
    }

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
    void otherContentUnderAKnownNumberIsAConflictAndBothAreKept() {
        String number = PartnerSimulator.number();
        Said first = court.send(court.referral(number));

        Said other = court.send(with(court.referral(number), "amount", 90000));
        Said again = court.send(with(court.referral(number), "amount", 90000));

        assertThat(List.of(other.status(), again.status())).containsExactly(409, 409);
        assertThat(other.text("code")).isEqualTo("OUTSIDE_NUMBER_CONFLICT");
        assertThat(view(first.id()).conflicts()).hasSize(1);
        assertThat(news(PartnerSystem.COURT, first.id())).containsExactly(NewsType.RECEIVED, NewsType.CONFLICT);
    }

    @Test
    void bothContentsStandSideBySideWithWhatDiffersPeopleMasked() {
        Said first = court.send(court.referral(PartnerSimulator.number()));
        var other = with(with(court.referral(first.text("outsideNo")), "amount", 90000), "parties",
                List.of(Map.of("role", "APPLICANT", "name", "王小明", "phone", "13900001111"), Map.of("role", "RESPONDENT", "name", "李大田")));
        court.send(other);

        ReferralConflict conflict = conflict(first.id());

        assertThat(conflict.differs()).containsExactly("amount", "parties");
        assertThat(conflict.now().amount()).isEqualByComparingTo("80000");
        assertThat(conflict.other().amount()).isEqualByComparingTo("90000");
        assertThat(conflict.other().parties().getFirst()).isEqualTo(new ReferralConflict.ConflictParty("APPLICANT", "王**", null, "*******1111", null));
        assertThat(conflict.now().parties().getFirst().name()).isEqualTo("王**");
    }

    @Test
    void theLaterContentIsTakenAndThePartnerIsAnswered() {
        Said first = court.send(court.referral(PartnerSimulator.number()));
        var other = with(court.referral(first.text("outsideNo")), "amount", 90000);
        court.send(other);

        int version = Actors.as(dispatcher, () -> conflicts.settle(first.id(), 1, conflict(first.id()).id(), Decision.TAKEN, "法院来电更正标的"));

        ReferralView view = view(first.id());
        assertThat(view.version()).isEqualTo(version).isEqualTo(2);
        assertThat(view.amount()).isEqualByComparingTo("90000");
        assertThat(view.conflicts()).isEmpty();
        assertThat(view.steps()).extracting(ReferralView.ReferralStep::act).containsExactly("CONFLICT", "SETTLED");
        assertThat(news(PartnerSystem.COURT, first.id())).containsExactly(NewsType.RECEIVED, NewsType.CONFLICT, NewsType.SETTLED);
        JsonNode settled = court.status(first.id()).body().path("settled").path(0);
        assertThat(settled.path("decision").asString()).isEqualTo("TAKEN");
        assertThat(settled.path("reason").asString()).isEqualTo("法院来电更正标的");
        assertThat(events(matter(first))).contains("SETTLE_REFERRAL");
        assertThat(court.send(other).status()).isEqualTo(200);
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void theEarlierContentIsKeptWithAReason() {
        Said first = signed(court);
        var other = with(court.referral(first.text("outsideNo")), "amount", 90000);
        court.send(other);
        long conflict = conflict(first.id()).id();

        assertThat(refused(() -> conflicts.settle(first.id(), 2, conflict, Decision.KEPT, " "))).containsExactly(new FieldError("reason", "REQUIRED"));
        assertThat(refused(() -> conflicts.settle(first.id(), 2, conflict, null, "x"))).containsExactly(new FieldError("decision", "REQUIRED"));
        Actors.run(dispatcher, () -> conflicts.settle(first.id(), 2, conflict, Decision.KEPT, "重复发送"));

        assertThat(view(first.id())).returns(2, ReferralView::version).satisfies(view -> assertThat(view.amount()).isEqualByComparingTo("80000"));
        assertThatThrownBy(() -> Actors.as(dispatcher, () -> conflicts.settle(first.id(), 2, conflict, Decision.TAKEN, "再次")))
                .hasMessage("WRONG_STATE: REFERRAL_SETTLED");
        assertThat(court.send(other).status()).isEqualTo(409);
        assertThat(view(first.id()).conflicts()).isEmpty();
    }

    @Test
    void aContentThatWasReplacedAndComesBackWaitsAgain() {
        Said first = court.send(court.referral(PartnerSimulator.number()));
        var other = with(court.referral(first.text("outsideNo")), "amount", 90000);
        court.send(other);
        Actors.run(dispatcher, () -> conflicts.settle(first.id(), 1, conflict(first.id()).id(), Decision.TAKEN, "更正"));
        court.send(court.referral(first.text("outsideNo")));
        Actors.run(dispatcher, () -> conflicts.settle(first.id(), 2, conflict(first.id()).id(), Decision.TAKEN, "又更正"));

        assertThat(court.send(other).status()).isEqualTo(409);

        assertThat(conflict(first.id()).other().amount()).isEqualByComparingTo("90000");
        assertThat(view(first.id()).amount()).isEqualByComparingTo("80000");
    }

    @Test
    void whatARuleSendsBackAndAnotherKindAfterTheSigningAreNotTaken() {
        Said first = signed(court);
        court.send(with(court.referral(first.text("outsideNo")), "safety", List.of("DOMESTIC_VIOLENCE")));
        long violence = conflict(first.id()).id();
        assertThatThrownBy(() -> Actors.as(dispatcher, () -> conflicts.settle(first.id(), 2, violence, Decision.TAKEN, "更正")))
                .hasMessage("RULE_REFUSED: REFERRAL_NOT_TAKEN");
        Actors.run(dispatcher, () -> conflicts.settle(first.id(), 2, violence, Decision.KEPT, "另行处理"));
        court.send(with(court.referral(first.text("outsideNo")), "kind", "ENTRUSTED"));
        assertThatThrownBy(() -> Actors.as(dispatcher, () -> conflicts.settle(first.id(), 2, conflict(first.id()).id(), Decision.TAKEN, "更正")))
                .hasMessage("RULE_REFUSED: REFERRAL_KIND");
    }

    @Test
    void onlyTheCentreSettlesAndOnlyWhatBelongsToTheReferral() {
        Said first = court.send(court.referral(PartnerSimulator.number()));
        court.send(with(court.referral(first.text("outsideNo")), "amount", 90000));
        long conflict = conflict(first.id()).id();
        Said second = court.send(court.referral(PartnerSimulator.number()));

        assertThatThrownBy(() -> Actors.as(dispatcher, () -> conflicts.settle(second.id(), 1, conflict, Decision.TAKEN, "x"))).hasMessage("NOT_FOUND");
        Actor post = staff.holding(Role.COURT_POST, staff.units().ofLine(1).orElseThrow().id()).actor();
        assertThatThrownBy(() -> Actors.as(post, () -> conflicts.settle(first.id(), 1, conflict, Decision.TAKEN, "x")))
                .hasMessage("FORBIDDEN: REFERRAL_CENTRE");
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

    /** The one that waits. */
    private ReferralConflict conflict(long referral) {
        return Actors.as(dispatcher, () -> conflicts.of(referral)).stream().filter(one -> one.decision() == null).findFirst().orElseThrow();
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

    /** Source: domain.md §2.5 (30, 15, 7 days from signing), to be verified. */
    @ParameterizedTest
    @CsvSource({"APPOINTED, 30cd", "ENTRUSTED, 15cd", "ENTRUSTED_SUMMARY, 7cd"})
    void theCourtsLimitRunsFromTheSigning(String kind, String limit) {
        Said sent = court.send(with(court.referral(PartnerSimulator.number()), "kind", kind));

        Actors.run(dispatcher, () -> referrals.sign(sent.id(), 1));

        ReferralView view = view(sent.id());
        assertThat(view.state()).isEqualTo(ReferralState.SIGNED);
        assertThat(view.dueAt()).isEqualTo(calendars.county().due(view.signedAt(), Limit.parse(limit)).dueAt());
        assertThat(view.kind().basis().verified()).isFalse();
        assertThat(court.status(sent.id()).body().path("receipt").path("dueAt").isString()).isTrue();
    }

    @Test
    void moreTimeIsGivenOnceAndOnlyWithBothPartiesConsent() {
        Said sent = signed(court);

        assertThat(refused(() -> referrals.extend(sent.id(), 2, "15cd", false, "电话记录"))).containsExactly(new FieldError("bothConsent", "REQUIRED"));
        assertThat(refused(() -> referrals.extend(sent.id(), 2, "15cd", true, " "))).containsExactly(new FieldError("proof", "REQUIRED"));
        assertThat(refused(() -> referrals.extend(sent.id(), 2, "31cd", true, "同意延期书"))).containsExactly(new FieldError("by", "RANGE"));
        Actors.run(dispatcher, () -> referrals.extend(sent.id(), 2, "15cd", true, "双方同意延期书"));

        ReferralView view = view(sent.id());
        assertThat(view.dueAt()).isEqualTo(calendars.county().due(view.signedAt(), Limit.parse("45cd")).dueAt());
        assertThat(view.dueFirstAt()).isEqualTo(calendars.county().due(view.signedAt(), Limit.parse("30cd")).dueAt());
        assertThat(view.may()).doesNotContain(Deed.EXTEND);
        assertThatThrownBy(() -> Actors.as(dispatcher, () -> referrals.extend(sent.id(), 3, "5cd", true, "再次"))).hasMessage("RULE_REFUSED: REFERRAL_EXTENSION");
    }

    @Test
    void aFailureGoesBackToTheCourtWithTheUndisputedFacts() {
        Said sent = signed(court);

        assertThat(refused(() -> referrals.answer(sent.id(), 2, new ReferralAnswer(Outcome.NOT_AGREED, null, null, null, null, null))))
                .containsExactlyInAnyOrder(new FieldError("undisputed", "REQUIRED"), new FieldError("reason", "REQUIRED"));
        Actors.run(dispatcher, () -> referrals.answer(sent.id(), 2,
                new ReferralAnswer(Outcome.NOT_AGREED, null, null, "NOT_AGREED", "双方对借款八万元没有争议。", "分歧在利息。")));

        Said status = court.status(sent.id());
        assertThat(status.body().path("receipt").path("state").asString()).isEqualTo("ANSWERED");
        assertThat(status.text("outcome")).isEqualTo("NOT_AGREED");
        assertThat(status.text("undisputed")).isEqualTo("双方对借款八万元没有争议。");
        assertThat(news(PartnerSystem.COURT, sent.id())).containsExactly(NewsType.RECEIVED, NewsType.SIGNED, NewsType.ANSWERED);
        assertThat(events(matter(sent))).contains("SIGN_REFERRAL", "ANSWER_REFERRAL");
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void anAgreementIsAnsweredWithItsNumberAndWhatTheCourtNeedsToConfirmIt() {
        Said sent = signed(court);

        assertThat(refused(() -> referrals.answer(sent.id(), 2, new ReferralAnswer(Outcome.AGREED, null, null, null, null, null))))
                .containsExactly(new FieldError("agreementNo", "REQUIRED"));
        Actors.run(dispatcher, () -> referrals.answer(sent.id(), 2, new ReferralAnswer(Outcome.AGREED, "（2026）榆人调字第7号", false, null, null, null)));

        assertThat(court.status(sent.id()).body().path("confirmation").path("agreementNo").asString()).isEqualTo("（2026）榆人调字第7号");
    }

    @Test
    void aLawsuitFiledWhileAMediationRunsChangesTheProcedureAndIsNoFailure() {
        var mediated = mediated();
        Said sent = signed(court);
        long mediation = Actors.as(mediated.dispatcher, () -> mediations.open(new MatterId(matter(sent)), mediated.first, MediationCase.Origin.COURT));

        Said filed = court.filed(sent.text("outsideNo"));
        Said twice = court.filed(sent.text("outsideNo"));

        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(200);
        assertThat(filed.text("state")).isEqualTo("CHANGED");
        assertThat(filed.text("reason")).isEqualTo("FILED");
        assertThat(twice.body()).isEqualTo(filed.body());
        assertThat(Actors.as(mediated.dispatcher, () -> mediations.find(mediation)).orElseThrow())
                .returns(MediationCase.State.STOPPED, MediationCase::state).returns("PROCEDURE_CHANGED", MediationCase::endedWhy);
        assertThat(events(matter(sent))).contains("CHANGE_PROCEDURE", "END_MEDIATION");
        assertThat(view(sent.id()).outcome()).isNull();
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void whatIsNotSignedForIsWithdrawn() {
        Said sent = court.send(court.referral(PartnerSimulator.number()));

        Said withdrawn = court.withdraw(sent.text("outsideNo"));

        assertThat(withdrawn.text("state")).isEqualTo("WITHDRAWN");
        assertThatThrownBy(() -> Actors.as(dispatcher, () -> referrals.sign(sent.id(), 2))).hasMessage("WRONG_STATE: REFERRAL_STATE");
    }

    @Test
    void aWithdrawalBeforeItsReferralNamesTheNumberAndIsTakenAfterwards() {
        String number = PartnerSimulator.number();

        Said early = court.withdraw(number);
        court.send(court.referral(number));
        Said later = court.withdraw(number);

        assertThat(early.status()).isEqualTo(400);
        assertThat(early.faults()).containsExactly("outsideNo:UNKNOWN");
        assertThat(later.text("state")).isEqualTo("WITHDRAWN");
    }

    @Test
    void aWithdrawalAfterTheAnswerComesTooLate() {
        Said sent = signed(court);
        Actors.run(dispatcher, () -> referrals.answer(sent.id(), 2, new ReferralAnswer(Outcome.AGREED, "7号", null, null, null, null)));

        Said late = court.withdraw(sent.text("outsideNo"));

        assertThat(late.status()).isEqualTo(409);
        assertThat(view(sent.id()).state()).isEqualTo(ReferralState.ANSWERED);
    }

    /** Source: domain.md §2.6 (not divertible), §2.4 (not for mediation), to be verified. */
    @ParameterizedTest
    @CsvSource({"POLICE, safety, INJURY", "POLICE, safety, WEAPON", "POLICE, safety, DOMESTIC_VIOLENCE", "POLICE, safety, MINOR_VICTIM",
        "POLICE, safety, PUBLIC_ORDER", "COURT, safety, DOMESTIC_VIOLENCE", "PETITION, exclusions, EXCLUSIVE_ORGAN",
        "PETITION, exclusions, LITIGATION_PENDING", "PETITION, exclusions, ADMINISTRATIVE_DISPUTE"})
    void whatARuleDoesNotLetPassGoesBackWithItsReason(PartnerSystem system, String field, String fact) {
        PartnerSimulator partner = partner(system);
        Map<String, @Nullable Object> referral = with(partner.referral(PartnerSimulator.number()), field, List.of(fact));

        Said first = partner.send(referral);
        Said again = partner.send(referral);

        assertThat(List.of(first.status(), again.status())).containsExactly(422, 422);
        assertThat(first.faults()).containsExactly(field + ":REFERRAL_" + fact);
        assertThat(first.text("detail")).isNotBlank().doesNotContain("REFERRAL_");
        JsonNodeList kept = list(partner, String.valueOf(referral.get("outsideNo")));
        assertThat(kept.size()).isEqualTo(1);
        assertThat(kept.first("reason")).isEqualTo(fact);
    }

    /** The partner's list of one number. */
    private record JsonNodeList(JsonNode items) {

        int size() {
            return items.size();
        }

        String first(String field) {
            return items.path(0).path("receipt").path(field).asString("");
        }
    }

    private static JsonNodeList list(PartnerSimulator partner, String number) {
        return new JsonNodeList(partner.asked("referrals?outsideNo=" + URLEncoder.encode(number, StandardCharsets.UTF_8)).body().path("items"));
    }

    @Test
    void aPetitionNeedsTheConsentOfBoth() {
        PartnerSimulator petition = partner(PartnerSystem.PETITION);

        Said sent = petition.send(with(petition.referral(PartnerSimulator.number()), "bothConsent", false));

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.faults()).containsExactly("bothConsent:REFERRAL_NO_CONSENT");
    }

    /** Source: domain.md §2.4 (15, 60, 30 days), to be verified. 2026-03-02 + 15 and 2026-03-05 + 60, + 90 days. */
    @Test
    void aPetitionsOwnDatesAreKeptBeside() {
        PartnerSimulator petition = partner(PartnerSystem.PETITION);

        Said sent = petition.send(petition.referral(PartnerSimulator.number()));

        assertThat(view(sent.id()).dates()).isEqualTo(new ReferralView.PetitionDates(LocalDate.of(2026, 3, 17), LocalDate.of(2026, 5, 6),
                LocalDate.of(2026, 6, 3)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind       | "NONSENSE"                  | kind:UNKNOWN
            kind       | "DIVERTED_ALARM"            | kind:UNKNOWN
            sentAt     | "2100-01-01T00:00:00+08:00" | sentAt:FUTURE
            sentAt     | "yesterday"                 | sentAt:INVALID
            dueOn      | "2020-01-01"                | dueOn:BEFORE_SENT
            amount     | "viel"                      | amount:INVALID
            amount     | -1                          | amount:RANGE
            cause      | null                        | cause:REQUIRED
            consentProof | null                      | consentProof:REQUIRED
            exclusions | ["X"]                       | exclusions[0]:UNKNOWN
            registeredOn | "2026-01-01"              | registeredOn:NOT_HERE
            """)
    void whatCannotBeTakenIsNamedAndNothingIsKept(String field, String value, String fault) {
        String number = PartnerSimulator.number();
        String body = JsonMapper.shared().writeValueAsString(with(court.referral(number), field, "§")).replace("\"§\"", value);

        Said said = court.garbage(body);

        assertThat(said.status()).as(said.body().toString()).isEqualTo(400);
        assertThat(said.faults()).containsExactly(fault);
        assertThat(list(court, number).size()).isZero();
    }

    @Test
    void whatJoinsAMatterIsCheckedAsWell() {
        String code = court.send(court.referral(PartnerSimulator.number())).text("matterCode");

        Said large = court.send(with(with(court.referral(PartnerSimulator.number()), "matterCode", code), "amount", 1e13));
        Said nobody = court.send(with(with(court.referral(PartnerSimulator.number()), "matterCode", code), "people", 0));
        Said garbled = court.send(with(court.referral(PartnerSimulator.number()), "matterCode", "\u0000"));

        assertThat(large.faults()).containsExactly("amount:RANGE");
        assertThat(nobody.faults()).containsExactly("people:RANGE");
        assertThat(garbled.faults()).containsExactly("matterCode:INVALID");
    }

    @Test
    void whatIsNoMessageIsSaidToBeNone() {
        assertThat(court.garbage("{").status()).isEqualTo(400);
        assertThat(court.garbage("[]").status()).isEqualTo(400);
        assertThat(court.garbage("null").status()).isEqualTo(400);
        assertThat(court.garbage("{}").faults()).contains("outsideNo:REQUIRED", "kind:REQUIRED");
        assertThat(court.post("referral-batches", "{\"referrals\": []}").faults()).containsExactly("referrals:REQUIRED");
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

    @Test
    void aPartnerReadsItsOwnAlone() {
        PartnerSimulator police = partner(PartnerSystem.POLICE);
        Said sent = court.send(court.referral(PartnerSimulator.number()));
        Said joined = police.send(police.referral(PartnerSimulator.number()));

        assertThat(police.status(sent.id()).status()).isEqualTo(404);
        assertThat(court.status(joined.id()).status()).isEqualTo(404);
        assertThat(Actors.as(staff.line(2, "police").actor(), () -> allNews(PartnerSystem.COURT))).isEmpty();
    }

    @Test
    void aTokenSpeaksForItsPartnerAlone() {
        PartnerSimulator police = partner(PartnerSystem.POLICE);
        Actor asPolice = staff.line(2, "police").actor();

        assertThatThrownBy(() -> Actors.as(asPolice, () -> door.receive(PartnerSystem.COURT, List.of()))).hasMessageStartingWith("FORBIDDEN");
        assertThat(police.at(PartnerSystem.COURT).asked("referrals").status()).isEqualTo(403);
        assertThat(police.at(PartnerSystem.COURT).send(court.referral(PartnerSimulator.number())).status()).isEqualTo(403);
    }

    @Test
    void aPartnersPostDoesNotSignForWhatItSent() {
        Said sent = court.send(court.referral(PartnerSimulator.number()));
        Actor judge = staff.holding(Role.COURT_POST, staff.units().ofLine(1).orElseThrow().id()).actor();

        assertThatThrownBy(() -> Actors.as(judge, () -> referrals.sign(sent.id(), 1))).hasMessage("FORBIDDEN: REFERRAL_CENTRE");
        assertThat(Actors.as(judge, () -> referrals.find(sent.id())).orElseThrow().may()).containsExactly(Deed.WITHDRAW);
    }

    @Test
    void aDeclinedReferralTellsItsReason() {
        Said sent = court.send(court.referral(PartnerSimulator.number()));

        assertThat(refused(() -> referrals.decline(sent.id(), 1, "WEIL", null))).containsExactly(new FieldError("reason", "UNKNOWN"));
        Actors.run(dispatcher, () -> referrals.decline(sent.id(), 1, "INCOMPLETE", "缺送达地址确认书"));

        assertThat(court.status(sent.id()).body().path("receipt").path("reason").asString()).isEqualTo("INCOMPLETE");
        assertThatThrownBy(() -> Actors.as(dispatcher, () -> referrals.decline(sent.id(), 1, "INCOMPLETE", null))).hasMessage("STALE");
    }

    @Test
    void whatTheCentreSendsIsSignedForAndAnsweredByThePartner() {
        MatterId matter = mediated().dispute();
        long referral = Actors.as(dispatcher, () -> referrals.send(matter, "CASE_HANDOVER", "调解不成，移送立案。"));

        Said signed = court.sign(referral);
        Said twice = court.sign(referral);
        Said answered = court.answer(referral, Outcome.DONE, "已立案");
        Said again = court.answer(referral, Outcome.DONE, "已立案");
        Said other = court.answer(referral, Outcome.NOT_SUPPORTED, "不予立案");

        assertThat(signed.text("state")).isEqualTo("SIGNED");
        assertThat(twice.body()).isEqualTo(signed.body());
        assertThat(answered.text("state")).isEqualTo("ANSWERED");
        assertThat(again.body()).isEqualTo(answered.body());
        assertThat(other.status()).isEqualTo(409);
        assertThat(events(matter.value())).contains("SEND_REFERRAL", "SIGN_REFERRAL", "ANSWER_REFERRAL");
        assertThat(news(PartnerSystem.COURT, referral)).containsExactly(NewsType.SENT, NewsType.SIGNED, NewsType.ANSWERED);
    }

    @Test
    void anAnswerBeforeTheSignatureSignsAsWell() {
        long referral = Actors.as(dispatcher, () -> referrals.send(mediated().dispute(), "CONFIRMATION", "双方申请司法确认。"));

        Said answered = court.answer(referral, Outcome.DONE, "裁定有效");

        assertThat(answered.text("state")).isEqualTo("ANSWERED");
        assertThat(view(referral).steps()).extracting(ReferralView.ReferralStep::act).containsExactly("SIGNED", "ANSWERED");
        assertThat(court.decline(referral).status()).isEqualTo(409);
    }

    @Test
    void theDeskCountsWhatItsColumnsOpen() {
        Said sent = court.send(court.referral(PartnerSimulator.number()));
        signed(court);
        JdbcClient.create(owner).sql("update referral.referral set due_at = now() - interval '1 day' where id = :id").param("id", sent.id()).update();

        Actors.run(dispatcher, () -> {
            for (Desk.DeskCount count : referrals.desk(PartnerSystem.COURT).columns()) {
                assertThat(rows(count.column())).as(count.column().name()).hasSize((int) count.count());
            }
        });
        assertThat(Actors.as(dispatcher, () -> rows(Column.OVERDUE))).extracting(ReferralRow::id).contains(sent.id());
    }

    private List<ReferralRow> rows(Column column) {
        List<ReferralRow> rows = new ArrayList<>();
        String cursor = null;
        do {
            var page = referrals.list(PartnerSystem.COURT, column, cursor, 2);
            rows.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return rows;
    }

    private List<News> allNews(PartnerSystem system) {
        List<News> all = new ArrayList<>();
        List<News> some;
        do {
            some = news.after(system, all.isEmpty() ? 0 : all.getLast().seq(), 100);
            all.addAll(some);
        } while (!some.isEmpty());
        return all;
    }

    private List<NewsType> news(PartnerSystem system, long referral) {
        return Actors.as(dispatcher, () -> allNews(system)).stream().filter(one -> one.referral() == referral).map(News::type).toList();
    }

    private Said signed(PartnerSimulator partner) {
        Said sent = partner.send(partner.referral(PartnerSimulator.number()));
        Actors.run(dispatcher, () -> referrals.sign(sent.id(), 1));
        return sent;
    }

    private Mediated mediated() {
        return new Mediated(beans);
    }

    private ReferralView view(long referral) {
        return Actors.as(dispatcher, () -> referrals.find(referral)).orElseThrow();
    }

    private long matter(Said said) {
        Long matter = view(said.id()).matterId();
        return matter == null ? 0 : matter;
    }

    private List<String> events(long matter) {
        return JdbcClient.create(owner).sql("select action from matter.event where matter_id = :id order by seq").param("id", matter)
                .query(String.class).list();
    }

    private List<FieldError> refused(Callable<Object> deed) {
        try {
            Actors.as(dispatcher, deed::call);
        } catch (Problem problem) {
            return problem.errors();
        } catch (Exception other) {
            throw new AssertionError(other);
        }
        throw new AssertionError("was not refused");
    }

    private static Map<String, @Nullable Object> with(Map<String, @Nullable Object> referral, String field, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new HashMap<>(referral);
        changed.put(field, value);
        return changed;
    }
}
