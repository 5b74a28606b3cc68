package org.hejie.document.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;

/** The first sheet of an XLSX workbook (ISO/IEC 29500), its rows read as a stream. Numbers come as they are stored. */
final class XlsxSheet implements Sheet {

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> found;
    private final List<String> columns;
    private int rows;

    XlsxSheet(InputStream in) throws IOException {
        workbook = new ReadableWorkbook(in);
        stream = workbook.getFirstSheet().openStream();
        found = stream.iterator();
        List<String> head = nextCells();
        columns = head == null ? List.of() : Headings.of(head);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable Row next() {
        List<String> cells = nextCells();
        return cells == null ? null : new Row(++rows, cells);
    }

    private @Nullable List<String> nextCells() {
        try {
            while (found.hasNext()) {
                List<String> cells = cells(found.next());
                if (!cells.stream().allMatch(String::isBlank)) {
                    return cells;
                }
            }
            return null;
        } catch (ExcelReaderException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw Problem.of(ProblemType.UNSUPPORTED_TYPE, "TABLE_BROKEN");
        }
    }

    private static List<String> cells(org.dhatim.fastexcel.reader.Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (int column = 0; column < row.getCellCount(); column++) {
            cells.add(row.getOptionalCell(column).map(XlsxSheet::text).orElse(""));
        }
        while (!cells.isEmpty() && cells.getLast().isBlank()) {
            cells.removeLast();
        }
        return cells;
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> cell.asNumber().toPlainString();
            case STRING -> cell.asString() == null ? "" : cell.asString();
            case BOOLEAN -> cell.getRawValue();
            case FORMULA, ERROR, EMPTY -> "";
        };
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
