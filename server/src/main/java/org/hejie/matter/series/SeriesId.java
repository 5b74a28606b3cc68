package org.hejie.matter.series;

/** Number of a series. */
public record SeriesId(long value) {
}
