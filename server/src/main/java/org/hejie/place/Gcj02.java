package org.hejie.place;

/**
 * Converts between WGS 84 and GCJ-02, the shifted coordinates that maps for phones in China show.
 * The formula is not published officially; this one is the reconstruction in general use since 2013
 * ("eviltransform"), on the ellipsoid of Krasovsky (1940). Outside a rectangle around China nothing
 * is shifted.
 */
public final class Gcj02 {

    private static final double SEMI_MAJOR_AXIS_M = 6_378_245.0;
    private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
    private static final double ORIGIN_LON = 105.0;
    private static final double ORIGIN_LAT = 35.0;
    private static final int MAX_STEPS = 30;
    private static final double CLOSE_ENOUGH_DEGREES = 1e-10;

    private Gcj02() {
    }

    /** The shifted position of a WGS 84 point; longitude and latitude in degrees of GCJ-02. */
    public static LonLat fromWgs84(LonLat point) {
        if (isOutsideChina(point)) {
            return point;
        }
        double x = point.lon() - ORIGIN_LON;
        double y = point.lat() - ORIGIN_LAT;
        double phi = Math.toRadians(point.lat());
        double w = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) * Math.sin(phi);
        double meridianRadius = SEMI_MAJOR_AXIS_M * (1 - ECCENTRICITY_SQUARED) / (w * Math.sqrt(w));
        double parallelRadius = SEMI_MAJOR_AXIS_M / Math.sqrt(w) * Math.cos(phi);
        return new LonLat(
                point.lon() + Math.toDegrees(eastShiftMetres(x, y) / parallelRadius),
                point.lat() + Math.toDegrees(northShiftMetres(x, y) / meridianRadius));
    }

    /**
     * The WGS 84 position of a shifted point, found by stepping until converting it forth again gives
     * the shifted point; exact to far less than a metre.
     */
    public static LonLat toWgs84(LonLat shifted) {
        LonLat guess = shifted;
        for (int step = 0; step < MAX_STEPS; step++) {
            LonLat forth = fromWgs84(guess);
            double dLon = shifted.lon() - forth.lon();
            double dLat = shifted.lat() - forth.lat();
            guess = new LonLat(guess.lon() + dLon, guess.lat() + dLat);
            if (Math.abs(dLon) < CLOSE_ENOUGH_DEGREES && Math.abs(dLat) < CLOSE_ENOUGH_DEGREES) {
                break;
            }
        }
        return guess;
    }

    private static double eastShiftMetres(double x, double y) {
        return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x))
                + wave(20, 6 * x) + wave(20, 2 * x)
                + wave(20, x) + wave(40, x / 3)
                + wave(150, x / 12) + wave(300, x / 30);
    }

    private static double northShiftMetres(double x, double y) {
        return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x))
                + wave(20, 6 * x) + wave(20, 2 * x)
                + wave(20, y) + wave(40, y / 3)
                + wave(160, y / 12) + wave(320, y / 30);
    }

    private static double wave(double amplitude, double halfTurns) {
        return amplitude * 2.0 / 3.0 * Math.sin(halfTurns * Math.PI);
    }

    private static boolean isOutsideChina(LonLat point) {
        return point.lon() < 72.004 || point.lon() > 137.8347 || point.lat() < 0.8293 || point.lat() > 55.8271;
    }
}
