package org.hejie.followup.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/** Where a list by day goes on. */
final class Cursors {

    private Cursors() {
    }

    /** The last row of the page before. */
    record Day(LocalDate on, long id) {
    }

    /** @throws Problem naming {@code cursor} if it is none */
    static Day day(@Nullable String cursor) {
        List<String> after = cursor == null ? List.of("1970-01-01", "0") : Cursor.decode(cursor, 2);
        try {
            return new Day(LocalDate.parse(after.getFirst()), Long.parseLong(after.getLast()));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }
}
