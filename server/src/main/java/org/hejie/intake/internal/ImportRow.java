package org.hejie.intake.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    ImportView view(List<List<String>> sample) {
        return new ImportView(id.value(), line.slug(), fileName,
                state == ImportState.RUNNING && abandoned ? ImportState.INTERRUPTED : state, columns, sample, mapping, rows, done,
                accepted, repeated, errors, createdAt, finishedAt);
    }
}
