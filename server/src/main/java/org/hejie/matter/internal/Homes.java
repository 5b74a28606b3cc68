package org.hejie.matter.internal;

import java.util.List;
import java.util.Optional;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.UnitKind;
import org.hejie.org.Units;
import org.hejie.place.AreaCode;
import org.hejie.place.Grid;
import org.hejie.place.GridCode;
import org.hejie.place.LonLat;
import org.hejie.place.Places;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds where a matter is at home: the smallest unit that its place names. */
@Component
class Homes {

    private final Places places;
    private final Units units;

    Homes(Places places, Units units) {
        this.places = places;
        this.units = units;
    }

    /**
     * @param unit   grid, village, centre or county
     * @param center the managing centre, null when the place is only known to lie in the county
     * @param keys   unit and all above it
     */
    record Home(UnitId unit, @Nullable UnitId center, @Nullable AreaCode area, @Nullable GridCode grid, List<Long> keys) {
    }

    /** @throws Problem naming the part of the place that cannot be */
    Home of(Place place) {
        Optional<GridCode> grid = grid(place);
        if (grid.isPresent()) {
            Unit unit = units.ofGrid(grid.get()).orElseThrow(() -> Problem.field("place.gridCode", "UNKNOWN"));
            return home(unit, grid.get().village(), grid.get());
        }
        if (place.area() == null) {
            return home(units.county(), null, null);
        }
        AreaCode area = area(place.area());
        return switch (area.level()) {
            case VILLAGE -> home(units.ofVillage(area).orElseGet(() -> units.ofTown(area)), area, null);
            case TOWN -> home(units.ofTown(area), area, null);
            case PROVINCE, CITY, COUNTY -> home(units.county(), area, null);
        };
    }

    private Optional<GridCode> grid(Place place) {
        if (place.grid() != null) {
            try {
                return Optional.of(new GridCode(place.grid()));
            } catch (IllegalArgumentException e) {
                throw Problem.field("place.gridCode", "GRID_CODE");
            }
        }
        if (place.lon() == null && place.lat() == null) {
            return Optional.empty();
        }
        if (place.lon() == null || place.lat() == null) {
            throw Problem.field(place.lon() == null ? "place.lon" : "place.lat", "REQUIRED");
        }
        return places.gridAt(point(place.lon(), place.lat())).map(Grid::code);
    }

    private static LonLat point(double lon, double lat) {
        try {
            return new LonLat(lon, lat);
        } catch (IllegalArgumentException e) {
            throw Problem.field("place", "RANGE");
        }
    }

    private AreaCode area(String code) {
        try {
            AreaCode area = AreaCode.parse(code);
            if (places.area(area).isPresent()) {
                return area;
            }
        } catch (IllegalArgumentException e) {
            throw Problem.field("place.areaCode", "AREA_CODE");
        }
        throw Problem.field("place.areaCode", "UNKNOWN");
    }

    private Home home(Unit unit, @Nullable AreaCode area, @Nullable GridCode grid) {
        List<UnitId> lineage = units.lineage(unit.id());
        UnitId center = lineage.stream().filter(id -> units.get(id).kind() == UnitKind.TOWN_CENTER).findFirst().orElse(null);
        return new Home(unit.id(), center, area, grid, lineage.stream().map(UnitId::value).toList());
    }
}
