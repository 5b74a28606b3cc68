package org.hejie.place.web;

import java.time.LocalDate;
import java.util.List;
import org.hejie.place.Area;
import org.hejie.place.AreaLevel;
import org.jspecify.annotations.Nullable;

/**
 * An official division as callers see it.
 *
 * @param code the official code, without padding zeros
 * @param name the Chinese name
 * @param nameEn for display in English; not there where the county gave none
 * @param level province to village
 * @param parent the code one level up; not there for a province
 * @param from first day in force
 * @param to first day no longer in force; not there while no end is known
 */
record AreaRow(
        String code,
        String name,
        @Nullable String nameEn,
        AreaLevel level,
        @Nullable String parent,
        LocalDate from,
        @Nullable LocalDate to) {

    static AreaRow of(Area area) {
        return new AreaRow(
                area.code().value(), area.name(), area.nameEn(), area.level(),
                area.parent() == null ? null : area.parent().value(), area.from(), area.to());
    }

    /**
     * One division with those it lies in and the centre that manages it.
     *
     * @param area the division
     * @param path from the province down to the division itself
     * @param center number of the centre that manages it today; not there above the county
     */
    record Detail(AreaRow area, List<AreaRow> path, @Nullable String center) {
    }
}
