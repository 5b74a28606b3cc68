package org.hejie.place.internal;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/** The one geometry factory of this module, and the precision its shapes are kept in. */
final class Geometries {

    /** EPSG:4326. */
    private static final int WGS84 = 4326;

    /** Six decimals of a degree, about 0.1 m, as RFC 7946 (11.2) advises. */
    static final PrecisionModel SIX_DECIMALS = new PrecisionModel(1e6);

    static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), WGS84);

    private Geometries() {
    }

    /** A polygon from its corners, which need not be closed. */
    static Polygon polygon(List<Coordinate> corners) {
        List<Coordinate> ring = new ArrayList<>(corners);
        if (!ring.getFirst().equals2D(ring.getLast())) {
            ring.add(ring.getFirst().copy());
        }
        return FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
    }

    /** The polygons a geometry is made of; points and lines left by a cut are dropped. */
    static List<Polygon> polygonsOf(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(polygon);
            }
        }
        return polygons;
    }
}
