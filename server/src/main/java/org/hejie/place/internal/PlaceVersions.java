package org.hejie.place.internal;

import java.sql.Types;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.hejie.place.Area;
import org.hejie.place.Center;
import org.hejie.place.EffectiveDated;
import org.hejie.place.Grid;
import org.hejie.place.Jurisdiction;
import org.hejie.place.internal.CountyFiles.Read;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Repository;

/**
 * Writes versions of places: a new first day ends the version before it, the same first day corrects it, the same words change
 * nothing. In the transaction of the caller.
 */
@Repository
class PlaceVersions {

    private final NamedParameterJdbcOperations jdbc;

    PlaceVersions(NamedParameterJdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A row that cannot stand beside the versions that are there; the transaction is lost. */
    static final class Overlapping extends RuntimeException {

        private final transient CheckedRow row;

        Overlapping(CheckedRow row, Throwable cause) {
            super("versions overlap", cause);
            this.row = row;
        }

        CheckedRow row() {
            return row;
        }
    }

    /** @return how many rows were new or changed */
    int areas(List<Read<Area>> areas) {
        return write("place.area", "code", List.of("name", "name_en"), areas, area -> new MapSqlParameterSource()
                .addValue("code", area.code().value())
                .addValue("name", area.name())
                .addValue("name_en", area.nameEn(), Types.VARCHAR));
    }

    int centers(List<Read<Center>> centers) {
        return write("place.center", "id", List.of("name", "name_en", "level", "seat", "lon", "lat", "floor_area_m2"), centers,
                center -> new MapSqlParameterSource()
                        .addValue("id", center.id().value())
                        .addValue("name", center.name())
                        .addValue("name_en", center.nameEn())
                        .addValue("level", center.level().name())
                        .addValue("seat", center.seat().value())
                        .addValue("lon", center.location().lon())
                        .addValue("lat", center.location().lat())
                        .addValue("floor_area_m2", center.floorAreaM2(), Types.INTEGER));
    }

    int jurisdictions(List<Read<Jurisdiction>> jurisdictions) {
        return write("place.jurisdiction", "area", List.of("center", "custody", "basis"), jurisdictions,
                jurisdiction -> new MapSqlParameterSource()
                        .addValue("area", jurisdiction.area().value())
                        .addValue("center", jurisdiction.center().value())
                        .addValue("custody", jurisdiction.custody())
                        .addValue("basis", jurisdiction.basis()));
    }

    int grids(List<Read<GridShape>> grids) {
        return write("place.grid", "code", List.of("type", "outline", "label_lon", "label_lat", "schematic"), grids, shape -> {
            Grid grid = shape.grid();
            return new MapSqlParameterSource()
                    .addValue("code", grid.code().value())
                    .addValue("type", grid.type().name())
                    .addValue("outline", GeoJson.write(shape.outline()), Types.OTHER)
                    .addValue("label_lon", grid.labelPoint().lon())
                    .addValue("label_lat", grid.labelPoint().lat())
                    .addValue("schematic", grid.schematic());
        });
    }

    private <T extends EffectiveDated> int write(String table, String key, List<String> columns, List<Read<T>> rows,
            Function<T, MapSqlParameterSource> parameters) {
        String close = """
                update %1$s set valid_to = :from
                 where %2$s = :%2$s and valid_from < :from and (valid_to is null or valid_to > :from)
                """.formatted(table, key);
        String names = String.join(", ", columns);
        String insert = """
                insert into %1$s as t (%2$s, %3$s, valid_from, valid_to)
                values (:%2$s, :%4$s, :from, coalesce(cast(:to as date),
                        (select min(later.valid_from) from %1$s later where later.%2$s = :%2$s and later.valid_from > :from)))
                on conflict (%2$s, valid_from) do update
                   set (%3$s, valid_to) = (excluded.%5$s, excluded.valid_to)
                 where (t.%6$s, t.valid_to) is distinct from (excluded.%5$s, excluded.valid_to)
                """.formatted(table, key, names, String.join(", :", columns), String.join(", excluded.", columns),
                String.join(", t.", columns));
        int written = 0;
        for (Read<T> read : rows.stream().sorted(Comparator.comparing((Read<T> one) -> one.value().from()).reversed()).toList()) {
            MapSqlParameterSource row = parameters.apply(read.value())
                    .addValue("from", read.value().from(), Types.DATE)
                    .addValue("to", read.value().to(), Types.DATE);
            try {
                jdbc.update(close, row);
                written += jdbc.update(insert, row);
            } catch (DataIntegrityViolationException overlapping) {
                throw new Overlapping(read.row(), overlapping);
            }
        }
        return written;
    }
}
