package org.hejie.place;

/** The grids as a map draws them. */
public interface GridMap {

    /**
     * The grids of an area, in force today, as a GeoJSON FeatureCollection (RFC 7946): WGS 84,
     * longitude first, six decimals. The properties of a feature are {@code code}, {@code village},
     * {@code town}, {@code type} and {@code schematic}.
     */
    Drawing drawingOf(AreaCode area);

    /**
     * A drawing and its fingerprint.
     *
     * @param geoJson the document
     * @param fingerprint changes exactly when the document does; for an ETag, without quotes
     */
    record Drawing(String geoJson, String fingerprint) {
    }
}
