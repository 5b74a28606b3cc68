package org.hejie.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hejie.referral.PartnerSimulator.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hejie.audit.AuditVerification;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.Limit;
import org.hejie.org.Actors;
import org.hejie.referral.PartnerSimulator.Said;
import org.hejie.referral.ReferralView.Deed;
import org.hejie.referral.Referrals.ReferralAnswer;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the centre signs for or declines, until when it answers, and what it answers. */
@HejieTest
class ReferralsAnsweredTest extends ReferralFixture {

    @Autowired Calendars calendars;
    @Autowired AuditVerification audit;

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
    void aDeclinedReferralTellsItsReason() {
        Said sent = court.send(court.referral(PartnerSimulator.number()));

        assertThat(refused(() -> referrals.decline(sent.id(), 1, "WEIL", null))).containsExactly(new FieldError("reason", "UNKNOWN"));
        Actors.run(dispatcher, () -> referrals.decline(sent.id(), 1, "INCOMPLETE", "缺送达地址确认书"));

        assertThat(court.status(sent.id()).body().path("receipt").path("reason").asString()).isEqualTo("INCOMPLETE");
        assertThatThrownBy(() -> Actors.as(dispatcher, () -> referrals.decline(sent.id(), 1, "INCOMPLETE", null))).hasMessage("STALE");
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
}
