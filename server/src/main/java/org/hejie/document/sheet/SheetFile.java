package org.hejie.document.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a table for a spreadsheet program: as CSV, with the byte order mark Excel needs, or as XLSX. */
public abstract sealed class SheetFile implements AutoCloseable {

    /** Writes the next row. */
    public abstract void row(List<String> cells) throws IOException;

    @Override
    public abstract void close() throws IOException;

    /** @param title of the sheet of a workbook */
    public static SheetFile to(OutputStream out, boolean xlsx, String title) throws IOException {
        return xlsx ? new Xlsx(out, title) : new Csv(out);
    }

    /** Whether a spreadsheet takes a cell that begins so for a formula and runs it. */
    static boolean runs(char first) {
        return "=+-@\t".indexOf(first) >= 0;
    }

    private static final class Csv extends SheetFile {

        private final CsvWriter writer;

        Csv(OutputStream out) throws IOException {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write('\uFEFF');
            writer = CsvWriter.builder().build(text);
        }

        @Override
        public void row(List<String> cells) {
            writer.writeRecord(cells.stream().map(cell -> !cell.isEmpty() && runs(cell.charAt(0)) ? "'" + cell : cell).toList());
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    private static final class Xlsx extends SheetFile {

        private static final int KEPT_ROWS = 500;

        private final Workbook workbook;
        private final Worksheet sheet;
        private int row;

        Xlsx(OutputStream out, String title) {
            workbook = new Workbook(out, "Hejie", "1.0");
            sheet = workbook.newWorksheet(title);
        }

        @Override
        public void row(List<String> cells) throws IOException {
            for (int column = 0; column < cells.size(); column++) {
                sheet.value(row, column, cells.get(column));
            }
            if (++row % KEPT_ROWS == 0) {
                sheet.flush();
            }
        }

        @Override
        public void close() throws IOException {
            workbook.finish();
        }
    }
}
