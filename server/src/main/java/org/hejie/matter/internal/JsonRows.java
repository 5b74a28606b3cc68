package org.hejie.matter.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the columns of a row that PostgreSQL has made JSON of. */
final class JsonRows {

    private JsonRows() {
    }

    static Instant time(JsonNode row, String column) {
        return OffsetDateTime.parse(row.get(column).asString()).toInstant();
    }

    static @Nullable Instant timeIfAny(JsonNode row, String column) {
        return row.get(column).isNull() ? null : time(row, column);
    }

    static @Nullable Long number(JsonNode row, String column) {
        return row.get(column).isNull() ? null : row.get(column).asLong();
    }

    static @Nullable String text(JsonNode row, String column) {
        return row.get(column).isNull() ? null : row.get(column).asString();
    }
}
