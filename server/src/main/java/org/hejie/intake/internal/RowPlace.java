package org.hejie.intake.internal;

import java.util.List;
import java.util.Objects;
import org.hejie.intake.ReconciledRow;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/** Where a page of a line's day ends. */
record RowPlace(int rank, String outsideNo, long id) {

    private static final RowPlace START = new RowPlace(0, "", -1);

    static RowPlace after(@Nullable String cursor) {
        if (cursor == null) {
            return START;
        }
        List<String> parts = Cursor.decode(cursor, 3);
        try {
            return new RowPlace(Integer.parseInt(parts.getFirst()), parts.get(1), Long.parseLong(parts.getLast()));
        } catch (NumberFormatException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }

    static String cursor(ReconciledRow row) {
        Long id = row.submissionId() == null ? row.matterId() : row.submissionId();
        return Cursor.encode(row.kind().ordinal() + 1, Objects.requireNonNullElse(row.outsideNo(), ""), id == null ? 0 : id);
    }
}
