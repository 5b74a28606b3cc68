package org.hejie.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hejie.dossier.Papers;
import org.hejie.matter.MatterId;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.referral.ReferralSheets.ReferralsTaken;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where no line leads to a partner: its list by spreadsheet, its hand-over sheet on paper. */
@HejieTest
class ReferralSheetsTest {

    private static final String HEAD = "对方编号,类型,案由,事实,类别,标的,双方同意,同意凭据,危险情形,申请人,被申请人\n";

    @Autowired ReferralSheets sheets;
    @Autowired Referrals referrals;
    @Autowired Papers papers;
    @Autowired TestStaff staff;
    private Actor dispatcher;

    @BeforeEach
    void aDispatcher() {
        dispatcher = staff.dispatcher().actor();
    }

    @Test
    void rowsAreTakenAndThoseRefusedComeBackWithWhy() {
        String good = PartnerSimulator.number();

        ReferralsTaken first = take(HEAD + row(good, "委派调解", "80000", "是", "") + row(PartnerSimulator.number(), "委派调解", "viel", "是", "")
                + row(PartnerSimulator.number(), "查无此类", "1", "是", "") + row(PartnerSimulator.number(), "委派调解", "1", "是", "家庭暴力"));
        ReferralsTaken again = take(HEAD + row(good, "委派调解", "80000", "是", ""));

        assertThat(first).returns(4, ReferralsTaken::rows).returns(1, ReferralsTaken::taken).returns(3, ReferralsTaken::refused);
        assertThat(first.errors()).contains("标的: 不是数字", "类型: ", "家庭暴力不调解").doesNotContain(good, "RULE_REFUSED", "UNKNOWN");
        assertThat(again).returns(1, ReferralsTaken::repeated).returns(null, ReferralsTaken::errors);
    }

    @Test
    void columnsThatAreMissingAreNamed() {
        assertThat(refused(() -> take("案由,事实\n甲,乙\n"))).containsExactly(new FieldError("columns.outsideNo", "REQUIRED"), new FieldError("columns.kind", "REQUIRED"));
    }

    @Test
    void theHandOverSheetKnowsTheReferral() {
        String number = PartnerSimulator.number();
        take(HEAD + row(number, "委派调解", "80000", "是", ""));
        MatterId matter = Actors.as(dispatcher, () -> {
            ReferralRow row = referrals.list(PartnerSystem.COURT, Column.UNSIGNED, null, 200).items().stream()
                    .filter(one -> number.equals(one.outsideNo())).findFirst().orElseThrow();
            return new MatterId(row.matterId() == null ? 0 : row.matterId());
        });

        var form = Actors.as(dispatcher, () -> papers.form(matter, "hand-over-court", null));

        assertThat(form.fields()).anySatisfy(field -> assertThat(field.value()).contains("委派调解", number));
    }

    private ReferralsTaken take(String csv) {
        return Actors.as(dispatcher, () -> sheets.take(PartnerSystem.COURT, csv.getBytes(StandardCharsets.UTF_8), Locale.SIMPLIFIED_CHINESE));
    }

    private static String row(String number, String kind, String amount, String consent, String danger) {
        return String.join(",", number, kind, "民间借贷纠纷", "借款没有归还", "1001", amount, consent, "意愿书", danger, "王小民", "李大田") + "\n";
    }

    private static List<FieldError> refused(Callable<Object> deed) {
        try {
            deed.call();
        } catch (Problem problem) {
            return problem.errors();
        } catch (Exception other) {
            throw new AssertionError(other);
        }
        throw new AssertionError("was not refused");
    }
}
