package org.hejie.place;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of a grid (网格), the smallest unit of grassroots governance. Its polygon stays in this
 * module; see {@link GridMap}.
 *
 * @param code village and number
 * @param type basic or dedicated
 * @param labelPoint a point inside the grid, for a label or a marker; WGS 84
 * @param schematic whether it was drawn for a demo county and is no border to rely on
 * @param from first day in force
 * @param to first day no longer in force; null while no end is known
 */
public record Grid(
        GridCode code,
        GridType type,
        LonLat labelPoint,
        boolean schematic,
        LocalDate from,
        @Nullable LocalDate to) implements EffectiveDated {

    /**
     * @throws IllegalArgumentException if the span is empty
     */
    public Grid {
        EffectiveDated.requireSpan(from, to);
    }

    /** The village the grid belongs to. */
    public AreaCode village() {
        return code.village();
    }
}
