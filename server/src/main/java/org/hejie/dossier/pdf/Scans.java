package org.hejie.dossier.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.util.Matrix;
import org.hejie.document.PictureOrientation;

/** Takes scans and photos into a PDF. What they are made of stays on disk until the PDF is written. */
final class Scans implements AutoCloseable {

    private static final float MARGIN = 48;
    private static final int BITS = 8;

    private final PDDocument document;
    private final List<PDDocument> sources = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();

    Scans(PDDocument document) {
        this.document = document;
    }

    /**
     * All pages of a PDF, without anything that acts.
     *
     * @throws IOException if it cannot be read
     */
    List<PDPage> pdf(byte[] content) throws IOException {
        Path file = Files.createTempFile("hejie-scan", ".pdf");
        files.add(file);
        Files.write(file, content);
        PDDocument source = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache());
        sources.add(source);
        var pages = new ArrayList<PDPage>();
        for (PDPage page : source.getPages()) {
            PDPage imported = document.importPage(page);
            imported.setResources(page.getResources());
            imported.getCOSObject().removeItem(COSName.AA);
            for (PDAnnotation annotation : imported.getAnnotations()) {
                annotation.getCOSObject().removeItem(COSName.A);
                annotation.getCOSObject().removeItem(COSName.AA);
            }
            pages.add(imported);
        }
        return pages;
    }

    /** As it is kept, not encoded anew. */
    PDPage jpeg(byte[] content) throws IOException {
        JpegFrame frame = JpegFrame.of(content);
        PDColorSpace colours = switch (frame.components()) {
            case 1 -> PDDeviceGray.INSTANCE;
            case 3 -> PDDeviceRGB.INSTANCE;
            case 4 -> PDDeviceCMYK.INSTANCE;
            default -> throw new IOException("a JPEG of " + frame.components() + " components");
        };
        var image = new PDImageXObject(document, new ByteArrayInputStream(content), COSName.DCT_DECODE, frame.width(), frame.height(), BITS, colours);
        if (frame.components() == 4) {
            image.setDecode(inverted());
        }
        return picture(image, PictureOrientation.ofJpeg(content));
    }

    /** In JPEGs for print, more means less ink, as programs that write them have it. */
    private static COSArray inverted() {
        var decode = new COSArray();
        for (int component = 0; component < 4; component++) {
            decode.add(COSInteger.ONE);
            decode.add(COSInteger.ZERO);
        }
        return decode;
    }

    PDPage png(byte[] content) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(content));
        if (image == null) {
            throw new IOException("no picture");
        }
        return picture(LosslessFactory.createFromImage(document, image), 1);
    }

    /** One page with the picture as large as it fits, the right way up. */
    private PDPage picture(PDImageXObject image, int orientation) throws IOException {
        boolean lies = orientation >= 5;
        float width = lies ? image.getHeight() : image.getWidth();
        float height = lies ? image.getWidth() : image.getHeight();
        PDRectangle sheet = width > height ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()) : PDRectangle.A4;
        var page = new PDPage(sheet);
        document.addPage(page);
        float scale = Math.min((sheet.getWidth() - 2 * MARGIN) / width, (sheet.getHeight() - 2 * MARGIN) / height);
        float w = width * scale;
        float h = height * scale;
        var place = new Matrix(w, 0, 0, h, (sheet.getWidth() - w) / 2, (sheet.getHeight() - h) / 2);
        try (var pen = new PDPageContentStream(document, page)) {
            pen.drawImage(image, turned(orientation).multiply(place));
        }
        return page;
    }

    /** The unit square turned as Exif says (CIPA DC-008, tag 0x0112). */
    private static Matrix turned(int orientation) {
        return switch (orientation) {
            case 2 -> new Matrix(-1, 0, 0, 1, 1, 0);
            case 3 -> new Matrix(-1, 0, 0, -1, 1, 1);
            case 4 -> new Matrix(1, 0, 0, -1, 0, 1);
            case 5 -> new Matrix(0, -1, -1, 0, 1, 1);
            case 6 -> new Matrix(0, -1, 1, 0, 0, 1);
            case 7 -> new Matrix(0, 1, 1, 0, 0, 0);
            case 8 -> new Matrix(0, 1, -1, 0, 1, 0);
            default -> new Matrix(1, 0, 0, 1, 0, 0);
        };
    }

    @Override
    public void close() throws IOException {
        for (PDDocument source : sources) {
            source.close();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
