package org.hejie.place;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which centre manages an area (管辖), kept apart from the official division: a county may have more
 * towns than centres, and a town may be under the custody (托管) of a neighbour's centre.
 *
 * @param area the area managed, a town or the county as a whole
 * @param center the centre that manages it
 * @param custody whether the centre stands in another area and manages this one for it
 * @param basis the paper or, in a demo county, the assumption it rests on; Chinese
 * @param from first day
 * @param to first day no longer; null while no end is known
 */
public record Jurisdiction(
        AreaCode area,
        CenterId center,
        boolean custody,
        String basis,
        LocalDate from,
        @Nullable LocalDate to) implements EffectiveDated {

    /**
     * @throws IllegalArgumentException if no basis is given or the span is empty
     */
    public Jurisdiction {
        if (basis.isBlank()) {
            throw new IllegalArgumentException("a jurisdiction needs its basis");
        }
        EffectiveDated.requireSpan(from, to);
    }
}
