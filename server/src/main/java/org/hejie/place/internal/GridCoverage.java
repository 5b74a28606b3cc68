package org.hejie.place.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Makes cells that nearly fit into cells that fit exactly, in six decimals: neighbours have the same
 * corners along the border they share, so that no point between them belongs to none. Each ring starts
 * at its lowest corner, so that the same cells give the same text.
 */
final class GridCoverage {

    private final List<Geometry> cells;
    private final List<List<Polygon>> faces = new ArrayList<>();

    private GridCoverage(List<Geometry> cells) {
        this.cells = cells;
        cells.forEach(cell -> faces.add(new ArrayList<>()));
    }

    /**
     * One polygon for each cell, in their order.
     *
     * @throws IllegalStateException if a cell is too small to be kept in six decimals
     */
    static List<Polygon> exact(List<Geometry> cells) {
        GridCoverage coverage = new GridCoverage(cells);
        coverage.giveOut(facesOf(cells));
        return coverage.joined();
    }

    private static List<Polygon> facesOf(List<Geometry> cells) {
        List<Geometry> borders = cells.stream().map(Geometry::getBoundary).toList();
        Geometry lines = UnaryUnionNG.union(borders, Geometries.FACTORY, Geometries.SIX_DECIMALS);
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(lines);
        @SuppressWarnings("unchecked")
        Collection<Polygon> faces = polygonizer.getPolygons();
        return List.copyOf(faces);
    }

    /** Each face goes to the cell it came from; what is cut off from its cell, to the nearest neighbour. */
    private void giveOut(List<Polygon> all) {
        STRtree index = new STRtree();
        for (int i = 0; i < cells.size(); i++) {
            index.insert(cells.get(i).getEnvelopeInternal(), i);
        }
        List<Polygon> strays = new ArrayList<>();
        for (Polygon face : all) {
            Integer owner = ownerOf(face.getInteriorPoint(), index);
            if (owner == null) {
                strays.add(face);
            } else {
                faces.get(owner).add(face);
            }
        }
        for (List<Polygon> own : faces) {
            own.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
            while (own.size() > 1) {
                strays.add(own.removeLast());
            }
        }
        strays.forEach(this::joinToNeighbour);
    }

    private @Nullable Integer ownerOf(Point inside, STRtree index) {
        for (Object candidate : index.query(inside.getEnvelopeInternal())) {
            if (cells.get((Integer) candidate).covers(inside)) {
                return (Integer) candidate;
            }
        }
        return null;
    }

    private void joinToNeighbour(Polygon stray) {
        List<Polygon> best = faces.stream()
                .filter(own -> !own.isEmpty())
                .filter(own -> own.getFirst().getEnvelopeInternal().intersects(stray.getEnvelopeInternal()))
                .max(Comparator.comparingDouble(own -> sharedLength(stray, own.getFirst())))
                .orElseThrow(() -> new IllegalStateException("a piece of the county has no neighbour"));
        best.add(stray);
    }

    private static double sharedLength(Polygon a, Polygon b) {
        return a.getBoundary().intersection(b.getBoundary()).getLength();
    }

    private List<Polygon> joined() {
        List<Polygon> polygons = new ArrayList<>(faces.size());
        for (List<Polygon> own : faces) {
            Geometry whole = own.size() == 1
                    ? own.getFirst()
                    : CoverageUnion.union(own.toArray(Polygon[]::new));
            if (!(whole instanceof Polygon polygon)) {
                throw new IllegalStateException("a grid is not in one piece");
            }
            polygons.add((Polygon) polygon.norm());
        }
        return polygons;
    }
}
