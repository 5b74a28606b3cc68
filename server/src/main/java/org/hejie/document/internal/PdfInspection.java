package org.hejie.document.internal;

import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.hejie.shared.web.Problem;

/** Looks through a PDF for what is no page: programs, actions that reach outside, attached files, forms of XFA. */
final class PdfInspection {

    /** Actions of ISO 32000-2, 12.6.4, that run or send something. Links and jumps are left alone. */
    private static final Set<String> ACTING = Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "RichMediaExecute", "GoToE",
            "Rendition", "Movie", "Sound");
    private static final Set<String> CARRYING = Set.of("EmbeddedFile", "RichMedia", "3D");
    private static final int DEEPEST = 50;

    private PdfInspection() {
    }

    /**
     * Refuses what is more than pages.
     *
     * @throws Problem 415 on {@code file}: {@code PDF_BROKEN} when it has no page that can be read, {@code PDF_LOCKED} behind a
     *         password, {@code PDF_BOMB} when it unpacks to too much, {@code PDF_ACTIVE} when it carries a program, a file or an action
     */
    static void check(byte[] pdf) {
        PdfStreams.check(pdf);
        try (PDDocument document = Loader.loadPDF(pdf, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() == 0) {
                throw Sniffer.refused("PDF_BROKEN");
            }
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                look(document.getDocument().getObjectFromPool(key).getObject(), 0);
            }
        } catch (InvalidPasswordException e) {
            throw Sniffer.refused("PDF_LOCKED");
        } catch (IOException | ClassCastException | IllegalArgumentException | StackOverflowError e) {
            throw Sniffer.refused("PDF_BROKEN");
        }
    }

    private static void look(COSBase object, int depth) {
        if (depth > DEEPEST) {
            throw Sniffer.refused("PDF_BROKEN");
        }
        switch (object) {
            case COSDictionary dictionary -> {
                if (acts(dictionary)) {
                    throw Sniffer.refused("PDF_ACTIVE");
                }
                dictionary.getValues().forEach(value -> look(value, depth + 1));
            }
            case COSArray array -> array.forEach(value -> look(value, depth + 1));
            case null, default -> { }
        }
    }

    private static boolean acts(COSDictionary dictionary) {
        String subtype = dictionary.getNameAsString(COSName.SUBTYPE);
        return ACTING.contains(String.valueOf(dictionary.getNameAsString(COSName.S)))
                || CARRYING.contains(String.valueOf(dictionary.getNameAsString(COSName.TYPE)))
                || CARRYING.contains(String.valueOf(subtype)) || "FileAttachment".equals(subtype)
                || dictionary.containsKey(COSName.JS) || dictionary.containsKey("XFA") || dictionary.containsKey("EmbeddedFiles");
    }
}
