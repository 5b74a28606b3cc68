package org.hejie.place.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.hejie.place.Grid;
import org.hejie.place.GridMap.Drawing;

/** Writes grids as a GeoJSON FeatureCollection (RFC 7946). */
final class GridDrawing {

    private static final int FINGERPRINT_BYTES = 16;

    private GridDrawing() {
    }

    static Drawing of(List<GridShape> shapes) {
        StringBuilder json = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (int i = 0; i < shapes.size(); i++) {
            if (i > 0) {
                json.append(',');
            }
            appendFeature(json, shapes.get(i));
        }
        String document = json.append("]}").toString();
        return new Drawing(document, fingerprint(document));
    }

    /** Codes and names of an enum need no escaping, so the feature is put together as it stands. */
    private static void appendFeature(StringBuilder json, GridShape shape) {
        Grid grid = shape.grid();
        json.append("{\"type\":\"Feature\",\"id\":\"").append(grid.code())
                .append("\",\"properties\":{\"code\":\"").append(grid.code())
                .append("\",\"village\":\"").append(grid.village())
                .append("\",\"town\":\"").append(grid.code().town())
                .append("\",\"type\":\"").append(grid.type())
                .append("\",\"schematic\":").append(grid.schematic())
                .append("},\"geometry\":").append(GeoJson.write(shape.outline()))
                .append('}');
    }

    private static String fingerprint(String document) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
