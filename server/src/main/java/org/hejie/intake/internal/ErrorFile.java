package org.hejie.intake.internal;

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
abstract sealed class ErrorFile implements AutoCloseable {

    /** Writes the next row. */
    abstract void row(List<String> cells) throws IOException;

    @Override
    public abstract void close() throws IOException;

    static ErrorFile to(OutputStream out, boolean xlsx) throws IOException {
        return xlsx ? new Xlsx(out) : new Csv(out);
    }

    /** Whether a spreadsheet takes a cell that begins so for a formula and runs it. */
    static boolean runs(char first) {
        return "=+-@\t".indexOf(first) >= 0;
    }

    private static final class Csv extends ErrorFile {

        private final CsvWriter writer;

        Csv(OutputStream out) throws IOException {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write('\uFEFF');
            writer = CsvWriter.builder().build(text);
        }

        @Override
        void row(List<String> cells) {
            writer.writeRecord(cells.stream().map(cell -> !cell.isEmpty() && runs(cell.charAt(0)) ? "'" + cell : cell).toList());
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    private static final class Xlsx extends ErrorFile {

        private static final int KEPT_ROWS = 500;

        private final Workbook workbook;
        private final Worksheet sheet;
        private int row;

        Xlsx(OutputStream out) {
            workbook = new Workbook(out, "Hejie", "1.0");
            sheet = workbook.newWorksheet("错误 Errors");
        }

        @Override
        void row(List<String> cells) throws IOException {
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
