package org.hejie.place.web;

import java.util.List;
import org.hejie.place.AreaCode;
import org.hejie.place.Gcj02;
import org.hejie.place.Grid;
import org.hejie.place.GridCode;
import org.hejie.place.GridMap;
import org.hejie.place.LonLat;
import org.hejie.place.Places;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The grids: as a list, as a map and by a point. */
@RestController
@RequestMapping("/api/v1")
class GridController {

    private static final String GEO_JSON = "application/geo+json";
    private static final int MAX_LIMIT = 500;

    private final Places places;
    private final GridMap map;
    private final AreaCode county;

    GridController(Places places, GridMap map, @Value("${hejie.county}") String county) {
        this.places = places;
        this.map = map;
        this.county = AreaCode.parse(county);
    }

    /** The grids of an area of any level, or of the county, by code. */
    @GetMapping("/grids")
    Page<GridRow> grids(
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        new Problem.Fields().reject(limit < 1 || limit > MAX_LIMIT, "limit", "RANGE").done();
        List<Grid> all = places.gridsOf(area == null ? county : Codes.area("area", area));
        String after = cursor == null ? "" : Cursor.decode(cursor, 1).getFirst();
        List<GridRow> rows = all.stream()
                .filter(grid -> grid.code().value().compareTo(after) > 0)
                .limit(limit + 1L)
                .map(grid -> GridRow.of(grid, places))
                .toList();
        return Page.of(rows, limit, row -> Cursor.encode(row.code()), new Page.Total(all.size(), false));
    }

    /** One grid; an abolished one as it last was. */
    @GetMapping("/grids/{code}")
    GridRow grid(@PathVariable String code) {
        GridCode asked = Codes.grid("code", code);
        return places.grid(asked)
                .map(grid -> GridRow.of(grid, places))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    /** The grids of a town or of the county as GeoJSON, to be asked again with If-None-Match. */
    @GetMapping(path = "/grids.geojson", produces = GEO_JSON)
    ResponseEntity<String> drawing(@RequestParam(required = false) @Nullable String town) {
        GridMap.Drawing drawing = map.drawingOf(town == null ? county : Codes.area("town", town));
        return ResponseEntity.ok()
                .eTag("\"" + drawing.fingerprint() + "\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(drawing.geoJson());
    }

    /** The grid a point lies in; a phone's map gives points in GCJ-02. */
    @GetMapping("/grid-at")
    GridRow gridAt(
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam(defaultValue = "WGS84") Datum datum) {
        LonLat point = Codes.point(lon, lat);
        LonLat wgs84 = switch (datum) {
            case WGS84 -> point;
            case GCJ02 -> Gcj02.toWgs84(point);
        };
        return places.gridAt(wgs84)
                .map(grid -> GridRow.of(grid, places))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "OUTSIDE_EVERY_GRID"));
    }

    /** In which coordinates a point is given. */
    enum Datum {
        WGS84, GCJ02
    }
}
