package org.hejie.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hejie.audit.AuditVerification;
import org.hejie.document.Documents;
import org.hejie.dossier.Dossiers.FilingOrder;
import org.hejie.dossier.Dossiers.LoanOrder;
import org.hejie.dossier.Dossiers.LoanReason;
import org.hejie.dossier.Dossiers.Slot;
import org.hejie.dossier.Dossiers.State;
import org.hejie.dossier.Papers.Format;
import org.hejie.dossier.Papers.PrintOrder;
import org.hejie.matter.Matters;
import org.hejie.matter.ResultKind;
import org.hejie.org.Actors;
import org.hejie.shared.crypto.Sm3;
import org.hejie.shared.web.Problem;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 文书、卷宗: from the printed paper to the borrowed dossier. */
@HejieTest
class DossiersTest {

    @Autowired Dossiers dossiers;
    @Autowired Papers papers;
    @Autowired PaperTemplates templates;
    @Autowired Matters matters;
    @Autowired Documents documents;
    @Autowired County county;
    @Autowired AuditVerification audit;
    @Autowired @FlywayDataSource DataSource owner;
    private FiledTrouble trouble;

    @BeforeEach
    void aTrouble() {
        trouble = new FiledTrouble(matters, documents, county, 351);
    }

    @Test
    void aPaperIsMaskedUnlessAskedInFull() {
        assertThat(printed(false)).contains("夜间装修", "冉**", "138****5678", "第1份", "已隐去身份").doesNotContain("冉小雪");
        assertThat(printed(true)).contains("冉小雪", "13812345678", "第2份").doesNotContain("已隐去身份");
    }

    @Test
    void aFullPaperIsRecordedAsARevealOfEachParty() {
        long before = recorded("PARTY_REVEALED");
        printed(true);

        assertThat(recorded("PARTY_REVEALED")).isEqualTo(before + 2);
        assertThat(recorded("EXPORTED")).isPositive();
    }

    @Test
    void whatWasTypedIsPrintedAndStrangeFieldsAreNamed() {
        PrintOrder order = new PrintOrder(Format.PDF, false, Map.of("claims", "停止夜间施工"));
        assertThat(text(Actors.as(trouble.clerk, () -> papers.print(trouble.matter, "application", order)).bytes())).contains("停止夜间施工");

        PrintOrder strange = new PrintOrder(Format.PDF, false, Map.of("pictures", "x", "claims", "长".repeat(6001)));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Actors.as(trouble.clerk, () -> papers.print(trouble.matter, "application", strange)))
                .satisfies(problem -> assertThat(problem.errors()).extracting(Problem.FieldError::path, Problem.FieldError::code)
                        .containsExactlyInAnyOrder(tuple("values.pictures", "UNKNOWN"),
                                tuple("values.claims", "TOO_LONG")));
    }

    @Test
    void theCountysOwnTemplateIsPrintedUntilItIsTakenBack() {
        byte[] own = templates.template("application");
        Actors.run(county.director(353), () -> templates.replace("application", "本县.docx", own));
        assertThat(printed(false)).contains("人民调解申请书");
        Actors.run(county.director(353), () -> templates.restore("application"));

        assertThatThrownBy(() -> Actors.run(trouble.clerk, () -> templates.restore("application"))).hasMessageContaining("FORBIDDEN");
    }

    @Test
    void anOpenMatterIsNotFiled() {
        assertThatThrownBy(() -> file()).hasMessage("WRONG_STATE: DOSSIER_OPEN");
    }

    @Test
    void theMissingMandatoryPapersAreNamed() {
        trouble.closed(ResultKind.AGREEMENT_WRITTEN, trouble.paper("agreement", "协议.txt", "双方约定".getBytes(StandardCharsets.UTF_8)));

        assertThatExceptionOfType(Problem.class).isThrownBy(this::file).satisfies(problem -> {
            assertThat(problem.reasonCode()).isEqualTo("DOSSIER_INCOMPLETE");
            assertThat(problem.errors()).extracting(Problem.FieldError::path)
                    .containsExactly("papers.rights-notice", "papers.identity-proof", "papers.mediation-record");
        });
    }

    @Test
    void aDossierIsBoundInOrderWithNumbersAndBookmarks() throws IOException {
        byte[] pdf = filedPdf();

        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("人民调解卷宗", "卷 内 目 录", "卷 内 备 考 表", "保管期限", "长期", "冉小雪", "受理登记表", "结案报告表");
            assertThat(StreamSupport.stream(document.getDocumentCatalog().getDocumentOutline().children().spliterator(), false)
                    .map(PDOutlineItem::getTitle).toList())
                    .containsExactly("封面", "卷内目录", "受理登记表（1）", "权利义务告知书 告知书.png（2）", "身份证明 身份证.pdf（3）",
                            "证据和其他材料 现场.txt（6）", "调解记录 记录.png（7）", "调解协议书 协议.txt（8）", "回访记录（9）", "结案报告表（10）", "备考表");
            assertThat(textOf(document, 2 + 6 - 1)).contains("现场照片说明", "6");
        }
    }

    @Test
    void theHashOfTheVolumeStandsInTheMattersHistory() throws IOException {
        byte[] pdf = filedPdf();
        String sm3 = HexFormat.of().formatHex(Sm3.hash(pdf));

        assertThat(view().volumes().getFirst().sm3()).isEqualTo(sm3);
        assertThat(trouble.history()).contains("FILE_DOSSIER", "BORROW_DOSSIER");
        assertThat(JdbcClient.create(owner).sql("select data::text from matter.event where matter_id = :id and action = 'FILE_DOSSIER'")
                .param("id", trouble.matter.value()).query(String.class).single()).contains(sm3);
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void aFiledVolumeIsNotChangedByAnybody() throws IOException {
        filedPdf();

        assertThatThrownBy(() -> JdbcClient.create(owner).sql("update dossier.volume set pages = 1 where matter_id = :id")
                .param("id", trouble.matter.value()).update()).hasMessageContaining("append-only");
    }

    @Test
    void aLaterVolumeTakesThePlaceOfTheEarlierOne() throws IOException {
        filedPdf();
        trouble.add(trouble.paper("dossier-note", "说明.txt", "补充履行凭证".getBytes(StandardCharsets.UTF_8)));
        file();

        assertThat(view().volumes()).extracting(Dossiers.Volume::edition).containsExactly(2, 1);
    }

    @Test
    void onlyWhoBorrowedItOpensIt() throws IOException {
        filedPdf();
        long volume = view().volumes().getFirst().id();

        assertThatThrownBy(() -> Actors.run(trouble.dispatcher, () -> dossiers.read(volume, OutputStream::nullOutputStream)))
                .hasMessage("FORBIDDEN: DOSSIER_NOT_BORROWED");
        assertThatThrownBy(() -> borrow(LocalDate.now().plusDays(60))).hasMessage("INVALID_FIELDS");
        assertThatThrownBy(() -> borrow(LocalDate.now().plusDays(3))).hasMessage("WRONG_STATE: DOSSIER_BORROWED");
        long loan = view().volumes().getFirst().loans().getFirst().id();
        Actors.run(trouble.clerk, () -> dossiers.giveBack(loan));
        assertThatThrownBy(() -> Actors.run(trouble.clerk, () -> dossiers.read(volume, OutputStream::nullOutputStream)))
                .hasMessage("FORBIDDEN: DOSSIER_NOT_BORROWED");
        assertThatThrownBy(() -> Actors.run(trouble.clerk, () -> dossiers.giveBack(loan))).hasMessage("WRONG_STATE: DOSSIER_RETURNED");
    }

    @Test
    void aMatterNeverMediatedHasNoPapersOfMediation() {
        JdbcClient.create(owner).sql("update matter.matter set never_mediate = true where id = :id").param("id", trouble.matter.value()).update();

        assertThatThrownBy(() -> printed(true)).hasMessage("RULE_REFUSED: PAPER_NEVER_MEDIATED");
        assertThat(Actors.as(trouble.clerk, () -> dossiers.of(trouble.matter)).slots()).extracting(Slot::code).doesNotContain("agreement", "mediation-record");
    }

    private byte[] filedPdf() throws IOException {
        trouble.closed(ResultKind.AGREEMENT_WRITTEN,
                trouble.paper("agreement", "协议.txt", "一、二十时以后不施工。".getBytes(StandardCharsets.UTF_8)),
                trouble.paper("rights-notice", "告知书.png", png(600, 800)),
                trouble.paper("identity-proof", "身份证.pdf", pdf()),
                trouble.paper("photo-of-the-place", "现场.txt", "现场照片说明".getBytes(StandardCharsets.UTF_8)),
                trouble.paper("mediation-record", "记录.png", png(800, 600)));
        assertThat(view().slots()).filteredOn(slot -> slot.state() == State.MISSING).isEmpty();
        long volume = file();
        borrow(LocalDate.now().plusDays(7));
        var out = new ByteArrayOutputStream();
        Actors.run(trouble.clerk, () -> dossiers.read(volume, () -> out));
        return out.toByteArray();
    }

    private long file() {
        return Actors.as(trouble.clerk, () -> dossiers.file(trouble.matter, new FilingOrder("LONG", null)));
    }

    private void borrow(LocalDate until) {
        Actors.as(trouble.clerk, () -> dossiers.borrow(view().volumes().getFirst().id(), new LoanOrder(LoanReason.INSPECTION, "评查", until)));
    }

    private Dossiers.DossierView view() {
        return Actors.as(trouble.clerk, () -> dossiers.of(trouble.matter));
    }

    private String printed(boolean full) {
        return text(Actors.as(trouble.clerk, () -> papers.print(trouble.matter, "application", new PrintOrder(Format.PDF, full, Map.of()))).bytes());
    }

    private long recorded(String action) {
        return JdbcClient.create(owner).sql("select count(*) from audit.entry where action = :action").param("action", action)
                .query(Long.class).single();
    }

    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String textOf(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page + 1);
        stripper.setEndPage(page + 1);
        return stripper.getText(document);
    }

    private static byte[] png(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0xCFE3F5));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Three pages, each turned otherwise. */
    private static byte[] pdf() {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            for (int turn : List.of(0, 90, 270)) {
                var page = new PDPage(PDRectangle.A4);
                page.setRotation(turn);
                document.addPage(page);
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
