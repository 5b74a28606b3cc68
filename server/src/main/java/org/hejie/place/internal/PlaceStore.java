package org.hejie.place.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.hejie.place.Area;
import org.hejie.place.AreaCode;
import org.hejie.place.Center;
import org.hejie.place.CenterId;
import org.hejie.place.CenterLevel;
import org.hejie.place.Grid;
import org.hejie.place.GridCode;
import org.hejie.place.GridType;
import org.hejie.place.Jurisdiction;
import org.hejie.place.LonLat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads everything this module keeps, every version of it. */
@Repository
class PlaceStore implements SnapshotSource {

    private final JdbcClient jdbc;

    PlaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public PlaceSnapshot load() {
        return new PlaceSnapshot(areas(), grids(), centers(), jurisdictions());
    }

    /** Whether there is any grid, of today or of another day. */
    @Transactional(readOnly = true)
    public boolean hasGrids() {
        return jdbc.sql("select exists (select from place.grid)").query(Boolean.class).single();
    }

    private List<Area> areas() {
        return jdbc.sql("""
                select code, name, name_en, valid_from, valid_to
                  from place.area
                """)
                .query((row, number) -> Area.of(
                        new AreaCode(row.getString("code")),
                        row.getString("name"),
                        row.getString("name_en"),
                        from(row),
                        to(row)))
                .list();
    }

    private List<GridShape> grids() {
        return jdbc.sql("""
                select code, type, label_lon, label_lat, schematic, valid_from, valid_to, outline
                  from place.grid
                """)
                .query((row, number) -> new GridShape(
                        new Grid(
                                new GridCode(row.getString("code")),
                                GridType.valueOf(row.getString("type")),
                                new LonLat(row.getDouble("label_lon"), row.getDouble("label_lat")),
                                row.getBoolean("schematic"),
                                from(row),
                                to(row)),
                        GeoJson.read(row.getString("outline"))))
                .list();
    }

    private List<Center> centers() {
        return jdbc.sql("""
                select id, name, name_en, level, seat, lon, lat, floor_area_m2, valid_from, valid_to
                  from place.center
                """)
                .query((row, number) -> new Center(
                        new CenterId(row.getString("id")),
                        row.getString("name"),
                        row.getString("name_en"),
                        CenterLevel.valueOf(row.getString("level")),
                        new AreaCode(row.getString("seat")),
                        new LonLat(row.getDouble("lon"), row.getDouble("lat")),
                        row.getObject("floor_area_m2", Integer.class),
                        from(row),
                        to(row)))
                .list();
    }

    private List<Jurisdiction> jurisdictions() {
        return jdbc.sql("""
                select area, center, custody, basis, valid_from, valid_to
                  from place.jurisdiction
                """)
                .query((row, number) -> new Jurisdiction(
                        new AreaCode(row.getString("area")),
                        new CenterId(row.getString("center")),
                        row.getBoolean("custody"),
                        row.getString("basis"),
                        from(row),
                        to(row)))
                .list();
    }

    private static LocalDate from(ResultSet row) throws SQLException {
        return row.getObject("valid_from", LocalDate.class);
    }

    private static @Nullable LocalDate to(ResultSet row) throws SQLException {
        return row.getObject("valid_to", LocalDate.class);
    }
}
