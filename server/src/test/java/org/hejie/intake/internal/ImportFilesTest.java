package org.hejie.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.hejie.intake.ImportId;
import org.hejie.intake.ImportView;
import org.hejie.intake.Intakes;
import org.hejie.intake.PreviewRow;
import org.hejie.org.Actors;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Which files are read, and which are refused before a row of them is kept. */
@HejieTest
@Import(Intakes.class)
class ImportFilesTest extends ImportFixture {

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
