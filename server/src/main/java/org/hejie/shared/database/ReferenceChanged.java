package org.hejie.shared.database;

/**
 * Reference data that is held in memory was changed, on this node or another, and is committed. Told outside any
 * transaction, some seconds after the commit at most; it may be told once more than needed.
 *
 * @param what the schema, such as {@code place}
 */
public record ReferenceChanged(String what) {
}
