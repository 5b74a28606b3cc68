package org.hejie.place.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.hejie.place.PlaceImport.RowError;
import org.jspecify.annotations.Nullable;

/** One row of an imported file: reads its fields and notes what is wrong with each. */
final class CheckedRow {

    private final String file;
    private final int number;
    private final Function<String, String> fields;
    private final List<RowError> errors;
    private boolean sound = true;

    /** @param fields text by name; empty where the row has none */
    CheckedRow(String file, int number, Function<String, String> fields, List<RowError> errors) {
        this.file = file;
        this.number = number;
        this.fields = fields;
        this.errors = errors;
    }

    /** The value, or null with an error noted. */
    <T> @Nullable T required(String field, Function<String, T> read) {
        if (text(field).isEmpty()) {
            reject(field, "REQUIRED");
            return null;
        }
        return optional(field, read);
    }

    /** The value; null when there is none, or with an error noted. */
    <T> @Nullable T optional(String field, Function<String, T> read) {
        String text = text(field);
        try {
            return text.isEmpty() ? null : read.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            reject(field, "INVALID");
            return null;
        }
    }

    /** Day in force first, {@code from}. */
    @Nullable LocalDate from() {
        return required("from", LocalDate::parse);
    }

    /** First day no longer in force, {@code to}; null for none. */
    @Nullable LocalDate to(@Nullable LocalDate from) {
        LocalDate to = optional("to", LocalDate::parse);
        if (from != null && to != null && !to.isAfter(from)) {
            reject("to", "BEFORE_FROM");
        }
        return to;
    }

    void rejectIf(boolean wrong, String field, String code) {
        if (wrong) {
            reject(field, code);
        }
    }

    void reject(String field, String code) {
        sound = false;
        errors.add(new RowError(file, number, field, code));
    }

    /** Whether nothing was wrong so far. */
    boolean sound() {
        return sound;
    }

    private String text(String field) {
        return fields.apply(field).strip();
    }
}
