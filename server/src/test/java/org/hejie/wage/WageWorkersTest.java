package org.hejie.wage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.hejie.org.Actors;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;

/** The workers of a claim: each stands in it once, however they are entered. */
@HejieTest
class WageWorkersTest extends WageFixture {

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

    private int sheet(String text) {
        return Actors.as(window, () -> workers.addSheet(claim, text.getBytes(StandardCharsets.UTF_8)));
    }
}
