package org.hejie.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hejie.document.sheet.Sheet;
import org.hejie.document.sheet.SheetFormat;
import org.hejie.intake.ImportId;
import org.hejie.intake.ImportView;
import org.hejie.intake.Intakes;
import org.hejie.org.Actors;
import org.hejie.shared.export.ExportStamp;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Every row of a table is registered once or comes back with what is wrong in it. */
@HejieTest
@Import(Intakes.class)
class ImportsTest extends ImportFixture {

    private static final ExportStamp STAMP = new ExportStamp("EX7", "甲", Instant.parse("2026-11-24T02:00:00Z"));

    @Test
    void headingsSuggestTheMapping() {
        assertThat(uploaded(HEAD + good("a")).mapping()).containsOnly(Map.entry("outsideNo", "工单编号"),
                Map.entry("reportedAt", "来电时间"), Map.entry("title", "标题"), Map.entry("facts", "诉求内容"),
                Map.entry("categoryCode", "类别"), Map.entry("place", "地点"), Map.entry("applicantName", "来电人"),
                Map.entry("applicantPhone", "联系电话"));
    }

    @Test
    void theFirstRowsAreShownWhileColumnsCanBeMapped() {
        String table = HEAD + good("S-");
        ImportView mapped = mapped(table);

        assertThat(Actors.as(clerk, () -> imports.view(new ImportId(mapped.id()))).sample()).hasSize(1);
        assertThat(finished(table).sample()).isEmpty();
    }

    @Test
    void theMappingOfALineIsRemembered() {
        String head = "甲" + UUID.randomUUID() + ",乙\n";
        ImportView first = uploaded(head + "1,楼上夜间施工\n");
        Actors.as(clerk, () -> imports.map(new ImportId(first.id()), Map.of("facts", "乙")));

        assertThat(uploaded(head + "2,门口堆放杂物\n").mapping()).containsOnly(Map.entry("facts", "乙"));
    }

    @Test
    void everyRowIsRegisteredOrHasAnError() {
        ImportView done = finished(HEAD + good("a") + "9,昨天,无,内容,0202,某地,,\n" + good("b") + "10,,无,内容,没有的类别,某地,,\n");

        assertThat(done).extracting(ImportView::rows, ImportView::accepted, ImportView::errors).containsExactly(4, 2, 2);
    }

    @Test
    void whatIsWrongComesBackBesideTheRow() {
        ImportView done = finished(HEAD + good("a") + "9,2019/2/30 8:00,=无,内容,0202,某地,,\n");

        var file = new ByteArrayOutputStream();
        Actors.run(clerk, () -> imports.writeErrors(new ImportId(done.id()), false, Locale.CHINESE, STAMP, file));

        assertThat(file.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("\uFEFF" + HEAD.strip() + ",错误,导出标记 export\n"
                + "9,2019/2/30 8:00,'=无,内容,0202,某地,,,反映时间: 不是有效的时间,EX7 甲 2026-11-24 10:00\n");
    }

    @Test
    void noNumberOfAnIdentityCardComesBack() {
        ImportView done = finished(HEAD + "9,昨天,无,620123199001011234 的内容,0202,某地,,\n");

        var file = new ByteArrayOutputStream();
        Actors.run(clerk, () -> imports.writeErrors(new ImportId(done.id()), false, Locale.CHINESE, STAMP, file));

        assertThat(file.toString(StandardCharsets.UTF_8)).contains("620123********1234").doesNotContain("19900101");
    }

    @Test
    void errorsComeBackAsAWorkbookToo() throws IOException {
        ImportView done = finished(HEAD + "9,昨天,无,内容,0202,某地,,\n");

        var file = new ByteArrayOutputStream();
        Actors.run(clerk, () -> imports.writeErrors(new ImportId(done.id()), true, Locale.ENGLISH, STAMP, file));

        try (Sheet sheet = SheetFormat.of(file.toByteArray()).open(new ByteArrayInputStream(file.toByteArray()))) {
            assertThat(sheet.next().cells()).endsWith("Reported: is not a time", STAMP.mark());
        }
    }

    /** Chunks are written two at a time; the second row with the number is in the chunk after. */
    @Test
    void ofTwoRowsWithOneNumberTheEarlierIsRegistered() {
        String number = "twice" + UUID.randomUUID();
        var table = new StringBuilder(HEAD).append(number).append(",2026/3/2 9:32:09,先来的,楼上夜间装修,0202,和平镇,,\n");
        for (int row = 2; row <= 900; row++) {
            table.append(good("n"));
        }
        ImportView done = finished(table.append(number).append(",2026/3/2 9:32:09,后来的,另一件事情,0202,和平镇,,\n").toString());

        var file = new ByteArrayOutputStream();
        Actors.run(clerk, () -> imports.writeErrors(new ImportId(done.id()), false, Locale.CHINESE, STAMP, file));

        assertThat(done).extracting(ImportView::done, ImportView::accepted, ImportView::errors).containsExactly(901, 900, 1);
        assertThat(file.toString(StandardCharsets.UTF_8)).contains("后来的").doesNotContain("先来的");
    }

    @Test
    void theSameFileTwiceRegistersOnce() {
        String table = HEAD + good("a") + good("b");
        finished(table);
        long matters = intakes.matters();

        ImportView again = finished(table);

        assertThat(again.repeated()).isEqualTo(2);
        assertThat(intakes.matters()).isEqualTo(matters);
    }
}
