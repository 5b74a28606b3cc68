package org.hejie.document.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.hejie.document.TextDecoding;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;

/**
 * How a table is written.
 *
 * @param kind      CSV or XLSX
 * @param charset   of a CSV
 * @param separator of a CSV
 */
public record SheetFormat(Kind kind, Charset charset, char separator) {

    /** Of a file. */
    public enum Kind { CSV, XLSX }

    private static final char[] SEPARATORS = {',', '\t', ';', '|'};
    private static final int HEAD = 16 * 1024;

    /** @throws Problem 415 when it is no table we read, 400 when its cells cannot be taken as they are */
    public static SheetFormat of(byte[] file) {
        if (file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4) {
            XlsxCheck.check(file);
            return new SheetFormat(Kind.XLSX, StandardCharsets.UTF_8, ',');
        }
        Charset charset = TextDecoding.charsetOf(file)
                .orElseThrow(() -> Problem.of(ProblemType.UNSUPPORTED_TYPE, "NO_TABLE", "file"));
        return new SheetFormat(Kind.CSV, charset, separator(new String(file, 0, Math.min(file.length, HEAD), charset)));
    }

    /** The one that stands most often in the first line, outside quotes. */
    private static char separator(String head) {
        int[] counts = new int[SEPARATORS.length];
        boolean quoted = false;
        for (int i = 0; i < head.length() && (quoted || head.charAt(i) != '\n'); i++) {
            char character = head.charAt(i);
            quoted ^= character == '"';
            for (int s = 0; s < SEPARATORS.length; s++) {
                counts[s] += !quoted && character == SEPARATORS[s] ? 1 : 0;
            }
        }
        int best = 0;
        for (int s = 1; s < SEPARATORS.length; s++) {
            best = counts[s] > counts[best] ? s : best;
        }
        return SEPARATORS[best];
    }

    /** Opens it for reading. @throws Problem 415 when it is broken */
    public Sheet open(InputStream in) throws IOException {
        try {
            return switch (kind) {
                case CSV -> new CsvSheet(in, charset, separator);
                case XLSX -> new XlsxSheet(in);
            };
        } catch (ExcelReaderException e) {
            throw Problem.of(ProblemType.UNSUPPORTED_TYPE, "TABLE_BROKEN", "file");
        }
    }
}
