package org.hejie.intake;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hejie.matter.SourceLine;
import org.hejie.shared.export.ExportStamp;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/** Spreadsheets of a line: uploaded, mapped, looked at, run, and run on where they stopped. */
public interface Imports {

    /** Largest file in bytes, 64 MB. */
    int MAX_BYTES = 64 * 1024 * 1024;
    /** Most rows below the headings. */
    int MAX_ROWS = 200_000;

    /**
     * Keeps a file and proposes the mapping this line used last for such headings, else one by their names.
     *
     * @throws Problem 413, 415 or 400 naming the cells at fault; nothing is kept then
     */
    ImportView upload(SourceLine line, String fileName, byte[] file);

    /**
     * Sets the mapping, heading by field, and remembers it for the line.
     *
     * @throws Problem 409 once it has started
     */
    ImportView map(ImportId id, Map<String, String> mapping);

    /** The first rows with what is wrong with them. */
    List<PreviewRow> preview(ImportId id);

    /**
     * Starts it in the background.
     *
     * @throws Problem 409 unless it waits to be started
     */
    void start(ImportId id);

    /**
     * Goes on where it stopped.
     *
     * @throws Problem 409 unless it was interrupted or failed
     */
    void resume(ImportId id);

    /** @throws Problem 404 outside the scope */
    ImportView view(ImportId id);

    /** Newest first. */
    Page<ImportView> page(@Nullable String cursor, int limit);

    /**
     * Writes the rows not registered, with a column that says why and one with the mark: CSV with byte order mark, or XLSX.
     * Numbers of identity cards are left out.
     */
    void writeErrors(ImportId id, boolean xlsx, Locale locale, ExportStamp stamp, OutputStream out);

    /**
     * Opens the door for the file of the rows not registered.
     *
     * @throws Problem 404 outside the scope; RULE_REFUSED as {@link org.hejie.shared.export.Exports#open}
     */
    ExportStamp export(ImportId id, boolean xlsx);
}
