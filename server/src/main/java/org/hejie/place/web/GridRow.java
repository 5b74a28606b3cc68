package org.hejie.place.web;

import java.time.LocalDate;
import java.util.Optional;
import org.hejie.place.Area;
import org.hejie.place.Grid;
import org.hejie.place.GridType;
import org.hejie.place.Places;
import org.jspecify.annotations.Nullable;

/**
 * A grid as callers see it, with the names of where it lies.
 *
 * @param code village and number, 15 digits
 * @param type basic or dedicated
 * @param village code of its village
 * @param villageName Chinese name of its village
 * @param town code of its town
 * @param townName Chinese name of its town
 * @param townNameEn English name of its town, for display
 * @param lon longitude of a point inside, WGS 84
 * @param lat latitude of a point inside, WGS 84
 * @param schematic whether it was drawn for a demo county and is no border to rely on
 * @param from first day in force
 * @param to first day no longer in force; not there while no end is known
 */
record GridRow(
        String code,
        GridType type,
        String village,
        @Nullable String villageName,
        String town,
        @Nullable String townName,
        @Nullable String townNameEn,
        double lon,
        double lat,
        boolean schematic,
        LocalDate from,
        @Nullable LocalDate to) {

    static GridRow of(Grid grid, Places places) {
        Optional<Area> village = places.area(grid.village());
        Optional<Area> town = places.area(grid.code().town());
        return new GridRow(
                grid.code().value(), grid.type(),
                grid.village().value(), village.map(Area::name).orElse(null),
                grid.code().town().value(), town.map(Area::name).orElse(null),
                town.map(Area::nameEn).orElse(null),
                grid.labelPoint().lon(), grid.labelPoint().lat(), grid.schematic(),
                grid.from(), grid.to());
    }
}
