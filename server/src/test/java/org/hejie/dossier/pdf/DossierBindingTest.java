package org.hejie.dossier.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hejie.document.FileType;
import org.hejie.document.internal.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bound pages look like, by their pixels and their text. */
class DossierBindingTest {

    private static final DossierCover COVER = new DossierCover("人民调解卷宗", List.of(new DossierCover.Row("一案一码", "1")), null, "立卷人", "今日");

    @TempDir Path folder;

    /** A picture red at its left, blue at its right, and where the red is seen once it is turned as Exif says. */
    @ParameterizedTest
    @CsvSource({"1, 0.3, 0.5", "3, 0.7, 0.5", "6, 0.5, 0.3", "8, 0.5, 0.7"})
    void aPhotoStandsTheRightWayUp(int orientation, double redX, double redY) throws IOException {
        Path pdf = bound(part(FileType.JPEG, Samples.withOrientation(halves(), orientation)));

        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(2, 36);
            assertThat(colourAt(page, redX, redY)).isEqualTo("red");
            assertThat(colourAt(page, 1 - redX, 1 - redY)).isEqualTo("blue");
        }
    }

    @Test
    void whatCannotBeOpenedGetsASheetWithItsHash() throws IOException {
        Path pdf = bound(part(FileType.PDF, "%PDF-1.7 nothing".getBytes()), part(FileType.MP3, new byte[] {1}));

        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(5);
            assertThat(new PDFTextStripper().getText(document)).contains("本件不能打开", "本件为电子文件", "SM3：ab12");
        }
    }

    @Test
    void twoHundredPagesAreContentsOfSeveralPages() throws IOException {
        DossierPart[] parts = IntStream.range(0, 100).mapToObj(i -> part(FileType.TEXT, "一行\n".repeat(60).getBytes())).toArray(DossierPart[]::new);
        Path pdf = bound(parts);

        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(document.getNumberOfPages()).isGreaterThan(203);
            assertThat(text).contains("199-200", "本卷共 100 件，200 页。");
        }
    }

    private Path bound(DossierPart... parts) throws IOException {
        Path pdf = folder.resolve("dossier.pdf");
        DossierBinding.bind(COVER, List.of(parts), pdf);
        assertThat(Files.size(pdf)).isPositive();
        return pdf;
    }

    private static DossierPart part(FileType type, byte[] content) {
        return new DossierPart("证据", "件", type, LocalDate.of(2026, 11, 28), "ab12", () -> content);
    }

    private static byte[] halves() throws IOException {
        var image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 200, 400);
        pen.setColor(Color.BLUE);
        pen.fillRect(200, 0, 200, 400);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    private static String colourAt(BufferedImage page, double x, double y) {
        var colour = new Color(page.getRGB((int) (page.getWidth() * x), (int) (page.getHeight() * y)));
        return colour.getRed() > 200 && colour.getBlue() < 80 ? "red" : colour.getBlue() > 200 && colour.getRed() < 80 ? "blue" : "else";
    }
}
