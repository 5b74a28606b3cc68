package org.hejie.place;

/**
 * A point on the earth, WGS 84 (EPSG:4326), longitude first as in GeoJSON.
 *
 * @param lon degrees east, −180 to 180
 * @param lat degrees north, −90 to 90
 */
public record LonLat(double lon, double lat) {

    private static final double EARTH_RADIUS_M = 6_371_008.8;

    /**
     * @throws IllegalArgumentException if a coordinate is out of range or no number
     */
    public LonLat {
        if (!(lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException("the longitude must lie between -180 and 180 degrees");
        }
        if (!(lat >= -90 && lat <= 90)) {
            throw new IllegalArgumentException("the latitude must lie between -90 and 90 degrees");
        }
    }

    /** Distance on a sphere of the earth's mean radius, in metres; good to about 0.5 %. */
    public double metresTo(LonLat other) {
        double dLat = Math.toRadians(other.lat - lat);
        double dLon = Math.toRadians(other.lon - lon);
        double h = haversine(dLat)
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * haversine(dLon);
        return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    private static double haversine(double angle) {
        double sine = Math.sin(angle / 2);
        return sine * sine;
    }
}
