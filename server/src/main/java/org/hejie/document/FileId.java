package org.hejie.document;

/** Id of a stored file. */
public record FileId(long value) {
}
