package org.hejie.place;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A governance centre (综治中心). What it manages is told by {@link Jurisdiction}, not by where it
 * stands.
 *
 * @param id its number
 * @param name the Chinese name
 * @param nameEn for display in English, never an identifier
 * @param level county or town
 * @param seat the area it stands in
 * @param location where it stands; WGS 84
 * @param floorAreaM2 floor area in square metres; null if not known
 * @param from first day of work
 * @param to first day it no longer works; null while no end is known
 */
public record Center(
        CenterId id,
        String name,
        String nameEn,
        CenterLevel level,
        AreaCode seat,
        LonLat location,
        @Nullable Integer floorAreaM2,
        LocalDate from,
        @Nullable LocalDate to) implements EffectiveDated {

    /**
     * @throws IllegalArgumentException if the name is blank, the floor area not positive or the span
     *         empty
     */
    public Center {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a centre needs a name");
        }
        if (floorAreaM2 != null && floorAreaM2 <= 0) {
            throw new IllegalArgumentException("a floor area is positive");
        }
        EffectiveDated.requireSpan(from, to);
    }
}
