package org.hejie.place.web;

import org.hejie.place.AreaCode;
import org.hejie.place.GridCode;
import org.hejie.place.LonLat;
import org.hejie.shared.web.Problem;

/** Reads codes and points from a request; what is wrong is named by its field. */
final class Codes {

    private Codes() {
    }

    /** An area code, padded or not. */
    static AreaCode area(String field, String text) {
        try {
            return AreaCode.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.field(field, "AREA_CODE");
        }
    }

    /** A grid code of 15 digits. */
    static GridCode grid(String field, String text) {
        try {
            return new GridCode(text);
        } catch (IllegalArgumentException e) {
            throw Problem.field(field, "GRID_CODE");
        }
    }

    /** A point on the earth. */
    static LonLat point(double lon, double lat) {
        new Problem.Fields()
                .reject(!(Math.abs(lon) <= 180), "lon", "RANGE")
                .reject(!(Math.abs(lat) <= 90), "lat", "RANGE")
                .done();
        return new LonLat(lon, lat);
    }
}
