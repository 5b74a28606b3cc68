package org.hejie.shared.crypto;

/**
 * Where an encrypted value belongs. It is bound to the ciphertext, so that a value copied to another row or
 * column cannot be read there.
 *
 * @param column with schema and table, e.g. {@code party.party.name}
 * @param rowId  id of the row
 */
public record FieldPlace(String column, long rowId) {

    @Override
    public String toString() {
        return column + " of row " + rowId;
    }
}
