package org.hejie.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.hejie.document.sheet.Sheet;
import org.hejie.document.sheet.SheetFormat;
import org.hejie.intake.ImportId;
import org.hejie.intake.ImportState;
import org.hejie.intake.ImportView;
import org.hejie.intake.Imports;
import org.hejie.intake.Intakes;
import org.hejie.intake.PreviewRow;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.shared.export.ExportStamp;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.shared.web.Problem;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HejieTest
@Import(Intakes.class)
class ImportsTest {

    private static final ExportStamp STAMP = new ExportStamp("EX7", "甲", Instant.parse("2026-11-24T02:00:00Z"));

    private static final String HEAD = "工单编号,来电时间,标题,诉求内容,类别,地点,来电人,联系电话\n";

    @Autowired Imports imports;
    @Autowired ImportRun run;
    @Autowired ImportRows rows;
    @Autowired ImportParts parts;
    @Autowired ChunkWork work;
    @Autowired County county;
    @Autowired Intakes intakes;
    @Autowired PlatformTransactionManager transactions;
    private Actor clerk;

    @BeforeEach
    void aDispatcher() {
        clerk = county.dispatcher(301);
    }

    @Test
    void headingsSuggestTheMapping() {
        assertThat(uploaded(HEAD + good("a")).mapping()).containsOnly(Map.entry("outsideNo", "工单编号"),
                Map.entry("reportedAt", "来电时间"), Map.entry("title", "标题"), Map.entry("facts", "诉求内容"),
                Map.entry("categoryCode", "类别"), Map.entry("place", "地点"), Map.entry("applicantName", "来电人"),
                Map.entry("applicantPhone", "联系电话"));
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

    @Test
    void aFileSavedInGb18030IsRead() {
        ImportView view = upload((HEAD + good("a")).getBytes(Charset.forName("GB18030")));

        assertThat(view.columns()).contains("诉求内容");
    }

    @Test
    void aWorkbookIsReadWithDatesAsTheyAreStored() {
        ImportView view = upload(workbook(sheet -> {
            row(sheet, 0, "编号", "时间", "内容", "类别");
            sheet.value(1, 0, "X" + UUID.randomUUID());
            sheet.value(1, 1, 43580.397326389);
            sheet.value(1, 2, "楼上夜间施工");
            sheet.value(1, 3, "0202");
        }));

        List<PreviewRow> preview = Actors.as(clerk, () -> imports.preview(new ImportId(view.id())));
        assertThat(preview).singleElement().satisfies(row -> assertThat(row.errors()).isEmpty());
    }

    @Test
    void formulasAreRefusedByTheirCell() {
        assertRefused(workbook(sheet -> {
            row(sheet, 0, "编号", "内容");
            sheet.value(1, 0, "1");
            sheet.formula(1, 1, "SUM(1,2)");
        }), new FieldError("B2", "FORMULA"));
    }

    @Test
    void mergedCellsAreRefusedByTheirRange() {
        assertRefused(workbook(sheet -> {
            row(sheet, 0, "编号", "内容");
            row(sheet, 1, "1", "内容");
            sheet.range(1, 0, 2, 1).merge();
        }), new FieldError("A2:B3", "MERGED"));
    }

    @Test
    void aZipBombIsRefused() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 60; i++) {
                zip.write(zeros);
            }
        }
        assertRefusedFor("ZIP_BOMB", bomb.toByteArray());
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertRefusedFor("NO_TABLE", new byte[] {1, 2, 3, 0, 5});
    }

    @Test
    void aWorkerThatIsGoneIsFollowedByOneThatGoesOnBehindTheCheckpoint() {
        var table = new StringBuilder(HEAD);
        for (int i = 0; i < 700; i++) {
            table.append(good("k"));
        }
        ImportId id = new ImportId(mapped(table.toString()).id());
        killedAfterOneChunk(id);

        run.run(id);

        ImportView view = Actors.as(clerk, () -> imports.view(id));
        assertThat(view).extracting(ImportView::state, ImportView::done, ImportView::accepted, ImportView::repeated)
                .containsExactly(ImportState.FINISHED, 700, 700, 0);
    }

    @Test
    void anImportNobodyWorksOnIsInterrupted() {
        ImportId id = new ImportId(mapped(HEAD + good("a") + good("b")).id());
        killedAfterOneChunk(id);

        assertThat(Actors.as(clerk, () -> imports.view(id)).state()).isEqualTo(ImportState.INTERRUPTED);
    }

    @Test
    void anImportThatWaitsForItsWorkerRuns() {
        ImportId id = new ImportId(mapped(HEAD + good("a")).id());
        Actors.run(run.actor(), () -> new TransactionTemplate(transactions).executeWithoutResult(status ->
                rows.start(id, ImportRun.BELIEVED, ImportState.MAPPED)));

        assertThat(Actors.as(clerk, () -> imports.view(id)).state()).isEqualTo(ImportState.RUNNING);
        run.run(id);
        assertThat(Actors.as(clerk, () -> imports.view(id)).state()).isEqualTo(ImportState.FINISHED);
    }

    @Test
    void anImportIsStartedOnce() {
        ImportView done = finished(HEAD + good("a"));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Actors.run(clerk, () -> imports.start(new ImportId(done.id())))).withMessage("WRONG_STATE");
    }

    /** The first chunk is committed by a worker that then says nothing more. */
    private void killedAfterOneChunk(ImportId id) {
        Actors.run(run.actor(), () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            rows.start(id, Duration.ofSeconds(-100), ImportState.MAPPED);
            rows.claim(id, "gone", Duration.ofSeconds(-100));
            ImportRow given = rows.find(id).orElseThrow();
            rows.advance(id, "gone", 0, work.register(given, given.fields(), first500(given), Turn.first()), Duration.ofSeconds(-10));
        }));
    }

    private List<Sheet.Row> first500(ImportRow given) {
        try (Sheet sheet = given.format().open(parts.open(given.id()))) {
            var first = new ArrayList<Sheet.Row>();
            for (Sheet.Row row = sheet.next(); row != null && row.number() <= 500; row = sheet.next()) {
                first.add(row);
            }
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertRefused(byte[] file, FieldError error) {
        long before = intakes.count("intake.import");
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> upload(file))
                .satisfies(problem -> assertThat(problem.errors()).containsExactly(error));
        assertThat(intakes.count("intake.import")).isEqualTo(before);
    }

    private void assertRefusedFor(String reason, byte[] file) {
        long before = intakes.count("intake.import");
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> upload(file))
                .satisfies(problem -> assertThat(problem.reasonCode()).isEqualTo(reason));
        assertThat(intakes.count("intake.import")).isEqualTo(before);
    }

    private ImportView finished(String table) {
        ImportId id = new ImportId(mapped(table).id());
        Actors.run(clerk, () -> imports.start(id));
        return await().atMost(Duration.ofMinutes(1)).until(() -> Actors.as(clerk, () -> imports.view(id)),
                view -> view.state() == ImportState.FINISHED);
    }

    private ImportView mapped(String table) {
        ImportView view = uploaded(table);
        return Actors.as(clerk, () -> imports.map(new ImportId(view.id()), view.mapping()));
    }

    private ImportView uploaded(String table) {
        return upload(table.getBytes(StandardCharsets.UTF_8));
    }

    private ImportView upload(byte[] file) {
        return Actors.as(clerk, () -> imports.upload(SourceLine.HOTLINE, "来件.csv", file));
    }

    private static String good(String prefix) {
        return prefix + UUID.randomUUID() + ",2026/3/2 9:32:09,夜间施工,楼上连续三天夜间装修,0202,和平镇某小区,王小民,13800001234\n";
    }

    private static byte[] workbook(Consumer<Worksheet> content) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            content.accept(workbook.newWorksheet("来件"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            sheet.value(row, column, cells[column]);
        }
    }
}
