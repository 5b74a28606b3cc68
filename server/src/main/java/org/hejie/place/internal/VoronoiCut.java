package org.hejie.place.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Cuts a region into cells, each the part of the region nearest to one site (Voronoi). */
final class VoronoiCut {

    /** Rounds of moving each site to the middle of its cell (Lloyd); three make the cells alike. */
    private static final int ROUNDS = 3;

    private VoronoiCut() {
    }

    /** The cell of each site, in the order of the sites. */
    static List<Geometry> cells(Geometry region, List<Coordinate> sites) {
        if (sites.size() == 1) {
            return List.of(region);
        }
        VoronoiDiagramBuilder diagram = new VoronoiDiagramBuilder();
        diagram.setSites(sites);
        Envelope frame = region.getEnvelopeInternal().copy();
        frame.expandBy(frame.getDiameter());
        diagram.setClipEnvelope(frame);
        Geometry plane = diagram.getDiagram(Geometries.FACTORY);
        Map<Coordinate, Geometry> bySite = new HashMap<>();
        for (int i = 0; i < plane.getNumGeometries(); i++) {
            Geometry cell = plane.getGeometryN(i);
            bySite.put((Coordinate) cell.getUserData(), cell);
        }
        List<Geometry> cells = new ArrayList<>(sites.size());
        for (Coordinate site : sites) {
            Geometry cell = bySite.get(site);
            if (cell == null) {
                throw new IllegalStateException("two sites of a region lie on the same point");
            }
            cells.add(OverlayNGRobust.overlay(cell, region, OverlayNG.INTERSECTION));
        }
        return cells;
    }

    /** Cells of about the same size, their sites first thrown at random. */
    static List<Geometry> evenCells(Geometry region, int count, RandomGenerator random) {
        List<Coordinate> sites = randomPoints(region, count, random);
        for (int round = 0; round < ROUNDS; round++) {
            sites = cells(region, sites).stream().map(VoronoiCut::middle).toList();
        }
        return cells(region, sites);
    }

    private static Coordinate middle(Geometry cell) {
        Point centroid = cell.getCentroid();
        return cell.covers(centroid) ? centroid.getCoordinate() : cell.getInteriorPoint().getCoordinate();
    }

    private static List<Coordinate> randomPoints(Geometry region, int count, RandomGenerator random) {
        Envelope box = region.getEnvelopeInternal();
        List<Coordinate> points = new ArrayList<>(count);
        while (points.size() < count) {
            Coordinate point = new Coordinate(
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight());
            if (region.contains(Geometries.FACTORY.createPoint(point)) && !points.contains(point)) {
                points.add(point);
            }
        }
        return points;
    }
}
