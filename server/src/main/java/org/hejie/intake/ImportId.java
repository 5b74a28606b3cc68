package org.hejie.intake;

/** Id of one import of a spreadsheet. */
public record ImportId(long value) {
}
