package org.hejie.shared.crypto;

import java.util.Objects;

/**
 * Where an encrypted value belongs. It is bound to the ciphertext, so that a value copied to another row or
 * column cannot be read there. Only a {@link SealedColumn} names places, so that none is unknown to the renewal of keys.
 */
public final class FieldPlace {

    private final String column;
    private final long rowId;

    /** @param column with schema and table, e.g. {@code party.party.name} */
    FieldPlace(String column, long rowId) {
        this.column = Objects.requireNonNull(column);
        this.rowId = rowId;
    }

    String column() {
        return column;
    }

    long rowId() {
        return rowId;
    }

    @Override
    public String toString() {
        return column + " of row " + rowId;
    }
}
