package org.hejie.dossier.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.hejie.dossier.pdf.PdfPages.Align;
import org.hejie.dossier.pdf.PdfPages.Place;

/** A filled paper as PDF. */
public final class PaperPdf {

    private static final float NUMBER = 9;
    private static final float MARK = 7;
    private static final float FOOT = 36;
    private static final float BELOW = 22;

    private PaperPdf() {
    }

    /** @param mark who printed it, when, under which number: at the foot of every page, below the page's number */
    public static byte[] of(byte[] docx, String title, String mark) {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            var font = new ChineseFont(document);
            List<PDPage> printed;
            try (var pages = new PdfPages(document, font)) {
                WordPages.print(docx, pages);
                printed = pages.pages();
            }
            for (int i = 0; i < printed.size(); i++) {
                foot(document, font, printed.get(i), "第 " + (i + 1) + " 页 共 " + printed.size() + " 页", mark);
            }
            document.getDocumentInformation().setTitle(title);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void foot(PDDocument document, ChineseFont font, PDPage page, String number, String mark) throws IOException {
        try (var pen = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            float width = PDRectangle.A4.getWidth();
            PdfPages.show(pen, font, number, new Place(0, FOOT, width), NUMBER, false, Align.CENTER);
            PdfPages.show(pen, font, mark, new Place(0, BELOW, width), MARK, false, Align.CENTER);
        }
    }
}
