package org.hejie.place.internal;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hejie.place.Area;
import org.hejie.place.AreaCode;
import org.hejie.place.AreaLevel;
import org.hejie.place.Center;
import org.hejie.place.CenterId;
import org.hejie.place.CenterLevel;
import org.hejie.place.EffectiveDated;
import org.hejie.place.Jurisdiction;
import org.hejie.place.LonLat;
import org.hejie.place.PlaceImport;
import org.hejie.place.PlaceImport.RowError;

/**
 * The files of a county as they lie in a folder, row by row; what is wrong is noted and the row left out. Whether a
 * row fits to what is known is {@link CountyChecks}' to say.
 */
final class CountyFiles {

    private final List<RowError> errors;
    private int read;

    CountyFiles(List<RowError> errors) {
        this.errors = errors;
    }

    /** A value and the row it came from, for errors found later. */
    record Read<T extends EffectiveDated>(T value, CheckedRow row) {
    }

    List<Read<Area>> areas(Path folder) {
        List<Read<Area>> areas = new ArrayList<>();
        for (CheckedRow row : csv(folder, PlaceImport.AREAS)) {
            var code = row.required("code", AreaCode::parse);
            var name = row.required("name", text -> text);
            var nameEn = row.optional("name_en", text -> text);
            var from = row.from();
            var to = row.to(from);
            if (row.sound() && code != null && name != null && from != null) {
                areas.add(new Read<>(Area.of(code, name, nameEn, from, to), row));
            }
        }
        return areas;
    }

    List<Read<Center>> centers(Path folder) {
        List<Read<Center>> centers = new ArrayList<>();
        for (CheckedRow row : csv(folder, PlaceImport.CENTERS)) {
            var id = row.required("id", CenterId::new);
            var name = row.required("name", text -> text);
            var nameEn = row.required("name_en", text -> text);
            var level = row.required("level", CenterLevel::valueOf);
            var seat = row.required("seat", AreaCode::parse);
            var lon = row.required("lon", text -> new LonLat(Double.parseDouble(text), 0).lon());
            var lat = row.required("lat", text -> new LonLat(0, Double.parseDouble(text)).lat());
            var floor = row.optional("floor_area_m2", Integer::valueOf);
            row.rejectIf(floor != null && floor <= 0, "floor_area_m2", "INVALID");
            var from = row.from();
            var to = row.to(from);
            if (row.sound() && id != null && name != null && nameEn != null && level != null && seat != null && lon != null
                    && lat != null && from != null) {
                centers.add(new Read<>(new Center(id, name, nameEn, level, seat, new LonLat(lon, lat), floor, from, to), row));
            }
        }
        return centers;
    }

    List<Read<Jurisdiction>> jurisdictions(Path folder) {
        List<Read<Jurisdiction>> jurisdictions = new ArrayList<>();
        for (CheckedRow row : csv(folder, PlaceImport.JURISDICTIONS)) {
            var area = row.required("area", AreaCode::parse);
            row.rejectIf(area != null && area.level() != AreaLevel.TOWN && area.level() != AreaLevel.COUNTY, "area", "INVALID");
            var center = row.required("center", CenterId::new);
            var custody = row.required("custody", CountyFiles::truth);
            var basis = row.required("basis", text -> text);
            var from = row.from();
            var to = row.to(from);
            if (row.sound() && area != null && center != null && custody != null && basis != null && from != null) {
                jurisdictions.add(new Read<>(new Jurisdiction(area, center, custody, basis, from, to), row));
            }
        }
        return jurisdictions;
    }

    List<Read<GridShape>> grids(Path folder) {
        Path file = folder.resolve(PlaceImport.GRIDS);
        List<Read<GridShape>> grids = Files.exists(file) ? GridFile.read(file, errors) : List.of();
        read += GridFile.features(grids, errors);
        return grids;
    }

    /** Rows read of all files. */
    int read() {
        return read;
    }

    private List<CheckedRow> csv(Path folder, String name) {
        Path file = folder.resolve(name);
        List<CheckedRow> rows = new ArrayList<>();
        if (!Files.exists(file)) {
            return rows;
        }
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().commentStrategy(CommentStrategy.SKIP)
                .detectBomHeader(true).ofNamedCsvRecord(file)) {
            reader.forEach(row -> rows.add(new CheckedRow(name, (int) row.getStartingLineNumber(),
                    field -> row.findField(field).orElse(""), errors)));
        } catch (CsvParseException | UncheckedIOException e) {
            errors.add(new RowError(name, rows.size() + 2, "row", "INVALID"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        read += rows.size();
        return rows;
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true", "是", "1" -> true;
            case "false", "否", "0" -> false;
            default -> throw new IllegalArgumentException("neither yes nor no");
        };
    }
}
