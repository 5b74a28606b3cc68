package org.hejie.place.internal;

import java.sql.Types;
import java.util.List;
import java.util.function.Function;
import org.hejie.place.Area;
import org.hejie.place.Center;
import org.hejie.place.EffectiveDated;
import org.hejie.place.Grid;
import org.hejie.place.Jurisdiction;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds versions. What is there already, by code and first day, stays as it is. */
@Repository
@Transactional(propagation = Propagation.REQUIRES_NEW)
class PlaceWriter {

    private final NamedParameterJdbcOperations jdbc;

    PlaceWriter(NamedParameterJdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds areas whose code is not known yet in any version. */
    public void addUnknownAreas(List<Area> areas) {
        batch("""
                insert into place.area (code, name, name_en, valid_from, valid_to)
                select :code, :name, :nameEn, :from, :to
                 where not exists (select from place.area known where known.code = :code)
                on conflict do nothing
                """, areas, area -> dated(area)
                .addValue("code", area.code().value())
                .addValue("name", area.name())
                .addValue("nameEn", area.nameEn()));
    }

    /** Gives an English name to areas that had none when they were added, as long as the Chinese one is still theirs. */
    public void addEnglishNames(List<Area> areas) {
        batch("""
                update place.area set name_en = :nameEn
                 where code = :code and name = :name and name_en is null
                """, areas.stream().filter(area -> area.nameEn() != null).toList(), area -> new MapSqlParameterSource()
                .addValue("code", area.code().value())
                .addValue("name", area.name())
                .addValue("nameEn", area.nameEn()));
    }

    /** Adds grids, centres and their jurisdictions, all or nothing. */
    public void addAll(List<GridShape> grids, List<Center> centers, List<Jurisdiction> jurisdictions) {
        addGrids(grids);
        addCenters(centers);
        addJurisdictions(jurisdictions);
    }

    private void addGrids(List<GridShape> grids) {
        batch("""
                insert into place.grid
                       (code, type, outline, label_lon, label_lat, schematic, valid_from, valid_to)
                values (:code, :type, :outline::jsonb, :lon, :lat, :schematic, :from, :to)
                on conflict do nothing
                """, grids, shape -> {
            Grid grid = shape.grid();
            return dated(grid)
                    .addValue("code", grid.code().value())
                    .addValue("type", grid.type().name())
                    .addValue("outline", GeoJson.write(shape.outline()))
                    .addValue("lon", grid.labelPoint().lon())
                    .addValue("lat", grid.labelPoint().lat())
                    .addValue("schematic", grid.schematic());
        });
    }

    private void addCenters(List<Center> centers) {
        batch("""
                insert into place.center
                       (id, name, name_en, level, seat, lon, lat, floor_area_m2, valid_from, valid_to)
                values (:id, :name, :nameEn, :level, :seat, :lon, :lat, :floorAreaM2, :from, :to)
                on conflict do nothing
                """, centers, center -> dated(center)
                .addValue("id", center.id().value())
                .addValue("name", center.name())
                .addValue("nameEn", center.nameEn())
                .addValue("level", center.level().name())
                .addValue("seat", center.seat().value())
                .addValue("lon", center.location().lon())
                .addValue("lat", center.location().lat())
                .addValue("floorAreaM2", center.floorAreaM2()));
    }

    private void addJurisdictions(List<Jurisdiction> jurisdictions) {
        batch("""
                insert into place.jurisdiction (area, center, custody, basis, valid_from, valid_to)
                values (:area, :center, :custody, :basis, :from, :to)
                on conflict do nothing
                """, jurisdictions, jurisdiction -> dated(jurisdiction)
                .addValue("area", jurisdiction.area().value())
                .addValue("center", jurisdiction.center().value())
                .addValue("custody", jurisdiction.custody())
                .addValue("basis", jurisdiction.basis()));
    }

    private <T> void batch(String sql, List<T> rows, Function<T, MapSqlParameterSource> parameters) {
        jdbc.batchUpdate(sql, rows.stream().map(parameters).toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource dated(EffectiveDated version) {
        return new MapSqlParameterSource()
                .addValue("from", version.from(), Types.DATE)
                .addValue("to", version.to(), Types.DATE);
    }
}
