package org.hejie.dossier.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** Fills A4 pages from top to bottom with paragraphs and tables. Lengths are in points, 72 to the inch. */
final class PdfPages implements AutoCloseable {

    static final float LEFT = 79;
    static final float RIGHT = 65;
    static final float TOP = 65;
    static final float BOTTOM = 65;
    static final float WIDTH = PDRectangle.A4.getWidth() - LEFT - RIGHT;
    private static final float LEADING = 1.5f;
    private static final float PADDING = 4;
    private static final float LINE = 0.6f;

    /** How a line stands between the margins. */
    enum Align { LEFT, CENTER, RIGHT }

    /** One cell of a table: its lines, of one size. @param width in points */
    record Cell(List<String> lines, float size, boolean bold, Align align, float width) {
    }

    private final PDDocument document;
    private final ChineseFont font;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream pen;
    private float y;

    PdfPages(PDDocument document, ChineseFont font) {
        this.document = document;
        this.font = font;
        begin();
    }

    /** The pages made so far, which lie at the end of the document. */
    List<PDPage> pages() {
        return List.copyOf(pages);
    }

    void newPage() {
        finish();
        begin();
    }

    void space(float points) {
        y -= points;
    }

    void text(String text, float size, boolean bold, Align align) {
        for (String line : font.lines(text, size, WIDTH)) {
            room(size * LEADING);
            y -= size * LEADING;
            write(line, new Place(LEFT, y, WIDTH), size, bold, align);
        }
    }

    /** A row with lines around its cells; one too high for a page goes on on the next. */
    void row(List<Cell> cells) {
        int from = 0;
        int count = cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(1);
        while (from < count) {
            float high = cells.stream().map(cell -> cell.size() * LEADING).max(Float::compare).orElse(1f);
            int fit = (int) ((y - BOTTOM - 2 * PADDING) / high);
            if (fit < Math.min(count - from, 2)) {
                newPage();
                fit = (int) ((y - BOTTOM - 2 * PADDING) / high);
            }
            int until = Math.min(count, from + fit);
            part(cells, from, until, high);
            from = until;
        }
    }

    private void part(List<Cell> cells, int from, int until, float high) {
        float height = (until - from) * high + 2 * PADDING;
        float x = LEFT;
        for (Cell cell : cells) {
            frame(x, y - height, cell.width(), height);
            for (int i = from; i < Math.min(until, cell.lines().size()); i++) {
                float base = y - PADDING - (i - from + 1) * high + high * 0.25f;
                write(cell.lines().get(i), new Place(x + PADDING, base, cell.width() - 2 * PADDING), cell.size(), cell.bold(),
                        cell.align());
            }
            x += cell.width();
        }
        y -= height;
    }

    Cell cell(String text, float size, boolean bold, Align align, float width) {
        return new Cell(font.lines(text, size, width - 2 * PADDING), size, bold, align, width);
    }

    private void room(float height) {
        if (y - height < BOTTOM) {
            newPage();
        }
    }

    /** Where a line is written: from {@code x}, on the base line {@code y}, within {@code width}. */
    record Place(float x, float y, float width) {
    }

    private void write(String text, Place place, float size, boolean bold, Align align) {
        show(pen, font, text, place, size, bold, align);
    }

    /** Writes one line that fits; bold is drawn with a stroke, for one weight of the font is embedded. */
    static void show(PDPageContentStream pen, ChineseFont font, String line, Place place, float size, boolean bold, Align align) {
        String text = font.printable(line);
        if (text.isEmpty()) {
            return;
        }
        float rest = place.width() - font.width(text, size);
        float shift = switch (align) {
            case LEFT -> 0;
            case CENTER -> rest / 2;
            case RIGHT -> rest;
        };
        try {
            pen.beginText();
            pen.setFont(font.font(), size);
            pen.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            pen.setLineWidth(size / 40);
            pen.setTextMatrix(Matrix.getTranslateInstance(place.x() + shift, place.y()));
            pen.showText(text);
            pen.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void frame(float x, float bottom, float width, float height) {
        try {
            pen.setLineWidth(LINE);
            pen.addRect(x, bottom, width, height);
            pen.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin() {
        try {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            pages.add(page);
            pen = new PDPageContentStream(document, page);
            y = PDRectangle.A4.getHeight() - TOP;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finish() {
        try {
            pen.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        finish();
    }
}
