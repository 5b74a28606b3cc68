package org.hejie.intake.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hejie.document.sheet.SheetFormat;
import org.hejie.intake.ImportId;
import org.hejie.intake.ImportState;
import org.hejie.intake.ImportView;
import org.hejie.matter.SourceLine;
import org.jspecify.annotations.Nullable;

/** An import as kept; {@code abandoned} when nobody has said for a while that he works on it. */
record ImportRow(ImportId id, SourceLine line, String fileName, SheetFormat format, List<String> columns,
        Map<String, String> mapping, ImportState state, int rows, int done, int accepted, int repeated, int errors,
        Instant createdAt, @Nullable Instant finishedAt, boolean abandoned) {

    Mapping fields() {
        return Mapping.of(mapping, columns);
    }

    private ImportState shown() {
        if (!abandoned) {
            return state;
        }
        return switch (state) {
            case RUNNING -> ImportState.INTERRUPTED;
            case UNDOING -> ImportState.UNDO_STOPPED;
            case UPLOADED, MAPPED, INTERRUPTED, FINISHED, FAILED, UNDO_STOPPED, UNDONE -> state;
        };
    }

    ImportView view(List<List<String>> sample) {
        return new ImportView(id.value(), line.slug(), fileName,
                shown(), columns, sample, mapping, rows, done,
                accepted, repeated, errors, createdAt, finishedAt);
    }
}
