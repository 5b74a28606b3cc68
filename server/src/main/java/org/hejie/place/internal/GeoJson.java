package org.hejie.place.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Polygons as GeoJSON geometries (RFC 7946): longitude first, outer rings counter-clockwise, holes
 * clockwise, six decimals.
 */
final class GeoJson {

    private static final int DECIMALS = 6;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private GeoJson() {
    }

    /**
     * A Polygon or, of several parts, a MultiPolygon.
     *
     * @throws IllegalArgumentException if the geometry holds no polygon
     */
    static String write(Geometry geometry) {
        List<Polygon> polygons = Geometries.polygonsOf(geometry);
        if (polygons.isEmpty()) {
            throw new IllegalArgumentException("a grid's outline is one polygon or several");
        }
        if (polygons.size() == 1) {
            return "{\"type\":\"Polygon\",\"coordinates\":" + rings(polygons.getFirst()) + "}";
        }
        StringJoiner parts = new StringJoiner(",", "{\"type\":\"MultiPolygon\",\"coordinates\":[", "]}");
        polygons.forEach(polygon -> parts.add(rings(polygon)));
        return parts.toString();
    }

    /**
     * Reads a Polygon or MultiPolygon.
     *
     * @throws IllegalArgumentException if it is something else or not well formed
     */
    static Geometry read(String json) {
        JsonNode node = MAPPER.readTree(json);
        JsonNode coordinates = node.path("coordinates");
        return switch (node.path("type").asString("")) {
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> {
                List<Polygon> polygons = new ArrayList<>();
                coordinates.forEach(part -> polygons.add(polygon(part)));
                yield Geometries.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
            }
            default -> throw new IllegalArgumentException("a grid's outline is a Polygon or a MultiPolygon");
        };
    }

    private static String rings(Polygon polygon) {
        StringJoiner rings = new StringJoiner(",", "[", "]");
        rings.add(ring(polygon.getExteriorRing(), true));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(ring(polygon.getInteriorRingN(i), false));
        }
        return rings.toString();
    }

    private static String ring(LinearRing ring, boolean counterClockwise) {
        LinearRing turned = Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise
                ? ring
                : ring.reverse();
        StringJoiner points = new StringJoiner(",", "[", "]");
        for (Coordinate point : turned.getCoordinates()) {
            points.add("[" + number(point.getX()) + "," + number(point.getY()) + "]");
        }
        return points.toString();
    }

    private static String number(double degrees) {
        BigDecimal rounded = BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> read = new ArrayList<>();
        rings.forEach(ring -> read.add(ring(ring)));
        if (read.isEmpty()) {
            throw new IllegalArgumentException("a polygon needs a ring");
        }
        return Geometries.FACTORY.createPolygon(
                read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode points) {
        List<Coordinate> corners = new ArrayList<>();
        points.forEach(point -> corners.add(new Coordinate(point.path(0).asDouble(), point.path(1).asDouble())));
        return Geometries.FACTORY.createLinearRing(corners.toArray(Coordinate[]::new));
    }
}
