package org.hejie.place.internal;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.hejie.place.Area;
import org.hejie.place.AreaCode;
import org.hejie.place.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Reads the files that come with this module; lines that begin with # tell their source. */
final class PlaceFiles {

    private static final String AREAS = "/place/areas-620123.csv";
    private static final String OUTLINE = "/place/schematic-outline-620123.csv";
    private static final String TOWNS = "/place/schematic-towns-620123.csv";
    private static final String CENTERS = "/place/schematic-centers-620123.csv";

    private PlaceFiles() {
    }

    /** The official divisions of the county and what lies above it. */
    static List<Area> areas() {
        return rows(AREAS).stream()
                .map(row -> Area.of(
                        AreaCode.parse(row.getField("code")),
                        row.getField("name"),
                        emptyAsNull(row.getField("name_en")),
                        LocalDate.parse(row.getField("from")),
                        dateOrNull(row.getField("to"))))
                .toList();
    }

    /** The corners of the schematic outline, not closed. */
    static List<Coordinate> schematicOutline() {
        return rows(OUTLINE).stream().map(PlaceFiles::point).toList();
    }

    /** The schematic towns. */
    static List<TownSite> schematicTowns() {
        return rows(TOWNS).stream()
                .map(row -> new TownSite(
                        AreaCode.parse(row.getField("town")),
                        point(row),
                        CenterSite.id(row.getField("center"))))
                .toList();
    }

    /** The centres of the demo county, the county's own first. */
    static List<CenterSite> schematicCenters() {
        return rows(CENTERS).stream()
                .map(row -> new CenterSite(
                        CenterSite.id(row.getField("number")),
                        AreaCode.parse(row.getField("seat")),
                        new LonLat(point(row).getX(), point(row).getY()),
                        row.getField("floor_area_m2").isEmpty() ? null : Integer.valueOf(row.getField("floor_area_m2"))))
                .toList();
    }

    private static Coordinate point(NamedCsvRecord row) {
        return new Coordinate(Double.parseDouble(row.getField("lon")), Double.parseDouble(row.getField("lat")));
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDate dateOrNull(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static List<NamedCsvRecord> rows(String file) {
        InputStream in = PlaceFiles.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException("the file " + file + " is not part of this build");
        }
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(in)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
