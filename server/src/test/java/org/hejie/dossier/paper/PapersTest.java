package org.hejie.dossier.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.hejie.dossier.PaperFacts.Known;
import org.hejie.dossier.pdf.PaperPdf;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Templates built, filled and printed, without a database. */
class PapersTest {

    private static final Known KNOWN = new Known(
            Map.of("facts", "2026年10月,申请人借给被申请人8万元,约定3个月归还。\n到期未还。", "matterCode", "620123-1", "agreementNo", "（2026）榆人调字第7号",
                    "minutes", "问：欠款多少？\n答：八万元。\n".repeat(60)),
            Map.of("parties", List.of(Map.of("role", "申请人", "name", "冉雪", "document", "620123********1234"),
                            Map.of("role", "被申请人", "name", "欧阳霖")),
                    "obligations", List.of(Map.of("obligor", "欧阳霖", "amount", "80000.00", "act", "付款"))));

    private final ShippedPapers papers = new ShippedPapers(new PathMatchingResourcePatternResolver());

    PapersTest() throws IOException {
    }

    @Test
    void everyPaperOfTheDomainIsShipped() {
        assertThat(papers.all()).extracting(PaperSheet::code).containsExactly("application", "acceptance-form", "rights-notice",
                "investigation-record", "mediation-record", "agreement", "oral-agreement-form", "visit-record",
                "confirmation-application", "closing-report", "hand-over-court", "hand-over-police", "hand-over-petition",
                "hand-over-prosecution");
    }

    @Test
    void everyPaperIsFilledWithoutAnOpenName() throws IOException {
        for (PaperSheet sheet : papers.all()) {
            assertThat(textOf(filled(sheet, KNOWN))).as(sheet.code()).contains(sheet.title()).doesNotContain("{{", "}}", "[name]");
        }
    }

    @Test
    void rowsAreRepeatedAndMarked() throws IOException {
        String text = textOf(filled(sheet("agreement"), KNOWN));

        assertThat(text).contains("冉雪", "欧阳霖", "80000.00", "（2026）榆人调字第7号", "EX1 演示员");
    }

    @Test
    void aTypedPathOrAddressStaysText() throws IOException {
        Known typed = new Known(Map.of("facts", "{{@x}} http://127.0.0.1/x.png /etc/passwd #{T(Runtime)}"), Map.of());

        assertThat(textOf(filled(sheet("application"), typed))).contains("http://127.0.0.1/x.png /etc/passwd #{T(Runtime)}");
    }

    @Test
    void theCountysTemplateMayUseKnownNamesOnly() {
        assertThatThrownBy(() -> PaperFiller.check(sheet("application"), template("{{@picture}}"))).hasMessageContaining("TEMPLATE_NAME");
        assertThatThrownBy(() -> PaperFiller.check(sheet("application"), "x".getBytes())).hasMessageContaining("TEMPLATE_BROKEN");
        PaperFiller.check(sheet("application"), template("本县格式 {{facts}}"));
    }

    @Test
    void aPdfCarriesItsFontAndPageNumbers() throws IOException {
        byte[] pdf = PaperPdf.of(filled(sheet("mediation-record"), KNOWN), "调解记录", "EX1 演示员");

        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            assertThat(new PDFTextStripper().getText(document)).contains("人民调解记录", "冉雪", "答：八万元。", "第 1 页 共 " + pages + " 页", "EX1 演示员");
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
            }
        }
        assertThat(pdf.length).isLessThan(200_000);
    }

    @Test
    void aCharacterTheFontLacksIsSeen() throws IOException {
        byte[] pdf = PaperPdf.of(filled(sheet("application"), new Known(Map.of("facts", "名\uD83D\uDE00字"), Map.of())), "x", "");

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("名□字");
        }
    }

    private PaperSheet sheet(String code) {
        return papers.find(code).orElseThrow();
    }

    private static byte[] filled(PaperSheet sheet, Known known) {
        return PaperFiller.fill(sheet, TemplateBuilder.docx(sheet), known, "EX1 演示员");
    }

    private static byte[] template(String text) {
        try (var word = new XWPFDocument(); var out = new ByteArrayOutputStream()) {
            word.createParagraph().createRun().setText(text);
            word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String textOf(byte[] docx) throws IOException {
        try (var words = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return words.getText();
        }
    }
}
