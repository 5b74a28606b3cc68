package org.hejie.shared.crypto;

import org.jspecify.annotations.Nullable;

/**
 * A column of envelopes and the {@link FieldPlace places} of its rows. The module that owns the table declares it once, seals and opens
 * by it, and contributes it as one of its {@link SealedColumns}.
 *
 * @param table   with schema
 * @param id      column of the row's id
 * @param part    column that numbers the parts under one id; null when a row is known by its id
 * @param name    of the column itself
 * @param place   what the places are called by; once something was sealed it stays as it is
 * @param beside  column that is set where the envelope lies beside the database; null when it always lies in its row
 * @param renewal what a renewal of keys does with it
 */
public record SealedColumn(String table, String id, @Nullable String part, String name, String place, @Nullable String beside,
        Renewal renewal) {

    /** What a renewal of keys does with a column. */
    public enum Renewal {
        /** Envelopes are short and written anew with all others. */
        FIELD,
        /** Envelopes are long: they are written anew only when that is asked for. */
        CONTENT,
        /** The table is append-only: envelopes stay under the key of their time. */
        NEVER
    }

    /** A column of fields whose places bear its name. */
    public static SealedColumn of(String table, String id, String name) {
        return new SealedColumn(table, id, null, name, table + "." + name, null, Renewal.FIELD);
    }

    /** With places called by another name than the column's. */
    public SealedColumn at(String other) {
        return new SealedColumn(table, id, part, name, other, beside, renewal);
    }

    /** With several rows under one id, told apart by this column. */
    public SealedColumn inParts(String column) {
        return new SealedColumn(table, id, column, name, place, beside, renewal);
    }

    /** Of long envelopes. */
    public SealedColumn ofContent() {
        return new SealedColumn(table, id, part, name, place, beside, Renewal.CONTENT);
    }

    /** In a table that is append-only. */
    public SealedColumn appendOnly() {
        return new SealedColumn(table, id, part, name, place, beside, Renewal.NEVER);
    }

    /** With some envelopes beside the database, where this column is set. */
    public SealedColumn orBeside(String column) {
        return new SealedColumn(table, id, part, name, place, column, renewal);
    }

    /** The place of a row. */
    public FieldPlace place(long rowId) {
        return new FieldPlace(place, rowId);
    }

    /** The place of one part of a row. */
    public FieldPlace place(long rowId, int number) {
        return part == null ? place(rowId) : new FieldPlace(place + "#" + number, rowId);
    }

    @Override
    public String toString() {
        return table + "." + name;
    }
}
