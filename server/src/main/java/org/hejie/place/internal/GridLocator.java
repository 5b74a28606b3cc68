package org.hejie.place.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.hejie.place.Grid;
import org.hejie.place.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the grid of a point. Safe for many threads: the tree is built before anybody asks. */
final class GridLocator {

    private record Located(Grid grid, PreparedGeometry outline) {
    }

    private final STRtree tree = new STRtree();

    GridLocator(Collection<GridShape> shapes) {
        for (GridShape shape : shapes) {
            tree.insert(
                    shape.outline().getEnvelopeInternal(),
                    new Located(shape.grid(), PreparedGeometryFactory.prepare(shape.outline())));
        }
        tree.build();
    }

    /** The grid that has the point inside or on its border on a day; of several the lowest code. */
    Optional<Grid> find(LonLat point, LocalDate day) {
        Coordinate at = new Coordinate(point.lon(), point.lat());
        Point target = Geometries.FACTORY.createPoint(at);
        Grid best = null;
        for (Object item : tree.query(new Envelope(at))) {
            Located located = (Located) item;
            Grid grid = located.grid();
            if ((best == null || grid.code().compareTo(best.code()) < 0)
                    && grid.inForceOn(day)
                    && located.outline().covers(target)) {
                best = grid;
            }
        }
        return Optional.ofNullable(best);
    }
}
