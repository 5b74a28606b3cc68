package org.hejie.audit;

/** What a hashed column holds, and so the form in which {@link ChainFields} hashes it. */
public enum ChainField {
    /** {@code text}. */
    TEXT,
    /** {@code smallint}, {@code int} or {@code bigint}. */
    NUMBER,
    /** {@code timestamptz}. */
    INSTANT,
    /** {@code date}. */
    DATE,
    /** {@code boolean}. */
    FLAG,
    /** {@code bytea}. */
    BYTES
}
