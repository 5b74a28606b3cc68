package org.hejie.place.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hejie.place.Grid;
import org.hejie.place.GridCode;
import org.hejie.place.GridType;
import org.hejie.place.LonLat;
import org.hejie.place.PlaceImport;
import org.hejie.place.PlaceImport.RowError;
import org.hejie.place.internal.CountyFiles.Read;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A county's grids as a GeoJSON FeatureCollection (RFC 7946), WGS 84, longitude first. */
final class GridFile {

    private GridFile() {
    }

    /** How many features the file has, so the rows read and the rows refused. */
    static int features(List<Read<GridShape>> grids, List<RowError> errors) {
        return grids.size() + (int) errors.stream().filter(error -> error.file().equals(PlaceImport.GRIDS))
                .mapToInt(RowError::row).distinct().count();
    }

    static List<Read<GridShape>> read(Path file, List<RowError> errors) {
        List<Read<GridShape>> grids = new ArrayList<>();
        try {
            JsonNode features = JsonMapper.shared().readTree(Files.readString(file)).path("features");
            if (!features.isArray()) {
                errors.add(new RowError(PlaceImport.GRIDS, 1, "features", "REQUIRED"));
            }
            int number = 0;
            for (JsonNode feature : features) {
                number++;
                JsonNode properties = feature.path("properties");
                var row = new CheckedRow(PlaceImport.GRIDS, number, field -> properties.path(field).asString(""), errors);
                grid(row, feature.path("geometry")).ifPresent(grid -> grids.add(new Read<>(grid, row)));
            }
        } catch (JacksonException e) {
            errors.add(new RowError(PlaceImport.GRIDS, 1, "features", "INVALID"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return grids;
    }

    private static Optional<GridShape> grid(CheckedRow row, JsonNode geometry) {
        var code = row.required("code", GridCode::new);
        var type = row.optional("type", GridType::valueOf);
        var from = row.from();
        var to = row.to(from);
        Optional<Geometry> outline = outline(row, geometry);
        if (!row.sound() || code == null || from == null) {
            return Optional.empty();
        }
        return outline.map(shape -> {
            Point label = shape.getInteriorPoint();
            return new GridShape(new Grid(code, type == null ? GridType.BASIC : type, new LonLat(label.getX(), label.getY()), false,
                    from, to), shape);
        });
    }

    private static Optional<Geometry> outline(CheckedRow row, JsonNode geometry) {
        try {
            Geometry outline = GeoJson.read(geometry.toString());
            var box = outline.getEnvelopeInternal();
            boolean onEarth = box.getMinX() >= -180 && box.getMaxX() <= 180 && box.getMinY() >= -90 && box.getMaxY() <= 90;
            row.rejectIf(!onEarth || outline.isEmpty() || !outline.isValid(), "geometry", "BROKEN_POLYGON");
            return row.sound() ? Optional.of(outline) : Optional.empty();
        } catch (IllegalArgumentException e) {
            row.reject("geometry", "NOT_A_POLYGON");
            return Optional.empty();
        }
    }
}
