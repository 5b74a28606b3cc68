package org.hejie.dossier.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.hejie.dossier.pdf.PdfPages.Align;
import org.hejie.dossier.pdf.PdfPages.Cell;
import org.hejie.document.ZipInspection;

/**
 * Prints what papers need of a Word document: paragraphs with their size, weight and alignment, tables, page breaks.
 * Pictures, columns and text boxes of a county's own template are in the Word file only.
 */
final class WordPages {

    private static final float BODY = 12;
    private static final float POINT = 20; // Word's twentieths of a point

    private final PdfPages pages;

    private WordPages(PdfPages pages) {
        this.pages = pages;
    }

    /** @throws IOException if it is no document Word reads */
    static void print(byte[] docx, PdfPages pages) throws IOException {
        ZipInspection.of(docx);
        try (var word = new XWPFDocument(new ByteArrayInputStream(docx))) {
            var printing = new WordPages(pages);
            word.getBodyElements().forEach(element -> {
                switch (element) {
                    case XWPFParagraph paragraph -> printing.paragraph(paragraph);
                    case XWPFTable table -> printing.table(table);
                    default -> { }
                }
            });
        }
    }

    private void paragraph(XWPFParagraph paragraph) {
        if (paragraph.isPageBreak()) {
            pages.newPage();
        }
        float size = size(paragraph);
        String text = paragraph.getText();
        if (text.isBlank()) {
            pages.space(size / 2);
            return;
        }
        pages.text(text, size, bold(paragraph), align(paragraph));
        pages.space(Math.max(0, paragraph.getSpacingAfter()) / POINT);
    }

    private void table(XWPFTable table) {
        List<Float> columns = columns(table);
        for (XWPFTableRow row : table.getRows()) {
            var cells = new ArrayList<Cell>();
            int column = 0;
            for (XWPFTableCell cell : row.getTableCells()) {
                int span = Math.max(1, Math.min(span(cell), columns.size() - column));
                float width = 0;
                for (int i = column; i < Math.min(column + span, columns.size()); i++) {
                    width += columns.get(i);
                }
                column += span;
                cells.add(cell(cell, width));
            }
            if (!cells.isEmpty()) {
                pages.row(cells);
            }
        }
    }

    private Cell cell(XWPFTableCell cell, float width) {
        XWPFParagraph first = cell.getParagraphs().isEmpty() ? null : cell.getParagraphs().getFirst();
        String text = String.join("\n", cell.getParagraphs().stream().map(XWPFParagraph::getText).toList());
        return first == null ? pages.cell("", BODY, false, Align.LEFT, width)
                : pages.cell(text, Math.min(size(first), BODY), bold(first), align(first), width);
    }

    /** The columns' widths, stretched or shrunk to the width of the page. */
    private static List<Float> columns(XWPFTable table) {
        var grid = table.getCTTbl().getTblGrid();
        var widths = new ArrayList<Float>();
        if (grid != null) {
            grid.getGridColList().forEach(column -> widths.add(number(column.getW())));
        }
        int most = table.getRows().stream().mapToInt(row -> row.getTableCells().stream().mapToInt(WordPages::span).sum()).max().orElse(1);
        while (widths.size() < most) {
            widths.add(1f);
        }
        float sum = widths.stream().reduce(0f, Float::sum);
        return widths.stream().map(width -> sum == 0 ? PdfPages.WIDTH / widths.size() : width / sum * PdfPages.WIDTH).toList();
    }

    private static float number(Object twips) {
        try {
            return Float.parseFloat(String.valueOf(twips));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static int span(XWPFTableCell cell) {
        var properties = cell.getCTTc().getTcPr();
        return properties == null || properties.getGridSpan() == null ? 1 : properties.getGridSpan().getVal().intValue();
    }

    private static float size(XWPFParagraph paragraph) {
        return paragraph.getRuns().stream().map(XWPFRun::getFontSizeAsDouble).filter(size -> size != null && size > 0)
                .findFirst().map(Double::floatValue).orElse(BODY);
    }

    private static boolean bold(XWPFParagraph paragraph) {
        return paragraph.getRuns().stream().anyMatch(XWPFRun::isBold);
    }

    private static Align align(XWPFParagraph paragraph) {
        ParagraphAlignment alignment = paragraph.getAlignment();
        return alignment == ParagraphAlignment.CENTER ? Align.CENTER
                : alignment == ParagraphAlignment.RIGHT || alignment == ParagraphAlignment.END ? Align.RIGHT : Align.LEFT;
    }
}
