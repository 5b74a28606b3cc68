package org.hejie.dossier.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * Builds the Word template of a paper: what the county gets when it asks for the form to change it. A4, room at the left
 * for binding, names in double braces where facts are filled in.
 */
public final class TemplateBuilder {

    /** Twentieths of a point, as Word counts. */
    private static final int A4_WIDTH = 11906;
    private static final int A4_HEIGHT = 16838;
    private static final int BINDING = 1588;
    private static final int MARGIN = 1304;
    private static final int TEXT_WIDTH = A4_WIDTH - BINDING - MARGIN;
    private static final int LABEL_WIDTH = 1500;
    private static final int BODY = 12;
    private static final int TITLE = 20;
    private static final String FONT = "仿宋";
    private static final String TITLE_FONT = "宋体";

    private final XWPFDocument word = new XWPFDocument();

    private TemplateBuilder() {
    }

    /** The template as a .docx. */
    public static byte[] docx(PaperSheet sheet) {
        var builder = new TemplateBuilder();
        try (builder.word; var out = new ByteArrayOutputStream()) {
            builder.page();
            builder.paragraph(sheet.title(), ParagraphAlignment.CENTER, TITLE, true);
            sheet.blocks().forEach(builder::block);
            builder.word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
    }

    private void page() {
        CTSectPr section = word.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(A4_WIDTH));
        size.setH(BigInteger.valueOf(A4_HEIGHT));
        CTPageMar margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(BINDING));
        margins.setRight(BigInteger.valueOf(MARGIN));
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
    }

    private void block(PaperSheet.Block block) {
        if (block.line() != null) {
            paragraph(block.line(), ParagraphAlignment.BOTH, BODY, false);
        }
        if (block.right() != null) {
            paragraph(block.right(), ParagraphAlignment.RIGHT, BODY, false);
        }
        if (block.heading() != null) {
            paragraph(block.heading(), ParagraphAlignment.LEFT, BODY, true);
        }
        if (block.grid() != null) {
            grid(block.grid());
        }
        if (block.table() != null) {
            table(block.table());
        }
        if (block.signs() != null) {
            signs(block.signs());
        }
    }

    private void paragraph(String text, ParagraphAlignment alignment, int size, boolean bold) {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingAfter(size == TITLE ? 240 : 60);
        run(paragraph, text, size, bold);
    }

    private static void run(XWPFParagraph paragraph, String text, int size, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(size);
        run.setBold(bold);
        run.setFontFamily(size == TITLE ? TITLE_FONT : FONT, XWPFRun.FontCharRange.eastAsia);
    }

    /** Labels and values by turns: two in a row have a wide value, four have two narrow ones. */
    private void grid(List<List<String>> rows) {
        XWPFTable table = word.createTable(rows.size(), 4);
        int value = TEXT_WIDTH / 2 - LABEL_WIDTH;
        widths(table, List.of(LABEL_WIDTH, value, LABEL_WIDTH, value));
        for (int i = 0; i < rows.size(); i++) {
            XWPFTableRow row = table.getRow(i);
            List<String> cells = rows.get(i);
            merge(row, cells.size());
            for (int j = 0; j < cells.size(); j++) {
                cell(row.getCell(j), cells.get(j), cells.size() > 1 && j % 2 == 0);
            }
        }
        space();
    }

    private static void merge(XWPFTableRow row, int cells) {
        if (cells == 4) {
            return;
        }
        if (cells != 1 && cells != 2) {
            throw new IllegalArgumentException("a row of a grid has 1, 2 or 4 cells");
        }
        for (int i = 3; i >= cells; i--) {
            row.removeCell(i);
        }
        XWPFTableCell last = row.getCell(cells - 1);
        (last.getCTTc().isSetTcPr() ? last.getCTTc().getTcPr() : last.getCTTc().addNewTcPr()).addNewGridSpan()
                .setVal(BigInteger.valueOf(5L - cells));
    }

    /** A heading row that carries the name of the rows, and the row that is repeated. */
    private void table(PaperSheet.Table described) {
        List<String> columns = new ArrayList<>(described.columns().keySet());
        XWPFTable table = word.createTable(2, columns.size());
        int parts = columns.stream().mapToInt(TemplateBuilder::share).sum();
        widths(table, columns.stream().map(column -> TEXT_WIDTH * share(column) / parts).toList());
        for (int i = 0; i < columns.size(); i++) {
            String mark = i == 0 ? "{{" + described.of() + "}}" : "";
            cell(table.getRow(0).getCell(i), mark + described.columns().get(columns.get(i)), true);
            cell(table.getRow(1).getCell(i), "[" + columns.get(i) + "]", false);
        }
        space();
    }

    /** Numbers of identity cards, addresses and what is to be done need the most room. */
    private static int share(String column) {
        return switch (column) {
            case "document", "address", "act" -> 4;
            case "phone", "name" -> 3;
            default -> 2;
        };
    }

    private void signs(List<String> signers) {
        for (String signer : signers) {
            paragraph(signer + "：________________　　　　　　年　　月　　日", ParagraphAlignment.LEFT, BODY, false);
        }
    }

    private static void widths(XWPFTable table, List<Integer> widths) {
        table.setWidth(TEXT_WIDTH);
        var grid = table.getCTTbl().getTblGrid() == null ? table.getCTTbl().addNewTblGrid() : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        widths.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
    }

    private static void cell(XWPFTableCell cell, String text, boolean bold) {
        run(cell.getParagraphs().getFirst(), text, BODY, bold);
    }

    private void space() {
        word.createParagraph().setSpacingAfter(0);
    }
}
