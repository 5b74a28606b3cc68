package org.hejie.document.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** PDF files of one page that carry more than a page. */
public enum PdfSamples {
    SCRIPT, LAUNCH, ATTACHMENT, LOCKED, LINK, BROKEN, PROGRAM, BOMB, OWNED;

    public byte[] bytes() {
        if (this == BROKEN) {
            return "%PDF-1.7 nothing".getBytes();
        }
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            if (this == PROGRAM) {
                out.writeBytes("MZ\u0090\0 this program cannot be run in DOS mode ".getBytes());
            }
            var page = new PDPage();
            document.addPage(page);
            add(document, page);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(PDDocument document, PDPage page) throws IOException {
        switch (this) {
            case SCRIPT -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')"));
            case LAUNCH -> link(page, new PDActionLaunch());
            case LINK -> link(page, new PDActionURI());
            case ATTACHMENT -> {
                var files = new PDEmbeddedFilesNameTreeNode();
                files.setNames(Map.of("x.exe", new PDComplexFileSpecification()));
                var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
                names.setEmbeddedFiles(files);
                document.getDocumentCatalog().setNames(names);
            }
            case LOCKED -> document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            case OWNED -> document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            case BOMB -> {
                var large = new PDStream(document, new ByteArrayInputStream(new byte[80 * 1024 * 1024]), COSName.FLATE_DECODE);
                page.setContents(large);
            }
            case BROKEN, PROGRAM -> { }
        }
    }

    private static void link(PDPage page, PDAction action) throws IOException {
        var link = new PDAnnotationLink();
        link.setAction(action);
        page.getAnnotations().add(link);
    }
}
