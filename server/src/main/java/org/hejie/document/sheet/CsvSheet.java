package org.hejie.document.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;

/** A CSV file (RFC 4180), read as a stream. */
final class CsvSheet implements Sheet {

    private static final int LONGEST_RECORD = 1024 * 1024;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> columns;
    private int rows;

    CsvSheet(InputStream in, Charset charset, char separator) {
        reader = CsvReader.builder().fieldSeparator(separator).allowExtraFields(true).allowMissingFields(true)
                .skipEmptyLines(true).detectBomHeader(true).maxBufferSize(LONGEST_RECORD)
                .ofCsvRecord(new InputStreamReader(in, charset));
        records = reader.iterator();
        CsvRecord head = nextRecord();
        columns = head == null ? List.of() : Headings.of(head.getFields());
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable Row next() {
        for (CsvRecord found = nextRecord(); found != null; found = nextRecord()) {
            List<String> cells = found.getFields();
            if (!cells.stream().allMatch(String::isBlank)) {
                return new Row(++rows, cells.stream().map(CsvSheet::unquoted).toList());
            }
        }
        return null;
    }

    private @Nullable CsvRecord nextRecord() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException | UncheckedIOException e) {
            throw Problem.of(ProblemType.UNSUPPORTED_TYPE, "TABLE_BROKEN");
        }
    }

    /** Takes off the apostrophe that {@link SheetFile} puts before what a spreadsheet would run. */
    private static String unquoted(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && SheetFile.runs(cell.charAt(1)) ? cell.substring(1) : cell;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
