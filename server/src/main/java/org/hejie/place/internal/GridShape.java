package org.hejie.place.internal;

import java.time.LocalDate;
import org.hejie.place.EffectiveDated;
import org.hejie.place.Grid;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A grid with its outline.
 *
 * @param grid the grid
 * @param outline polygon or polygons, WGS 84, longitude first
 */
record GridShape(Grid grid, Geometry outline) implements EffectiveDated {

    @Override
    public LocalDate from() {
        return grid.from();
    }

    @Override
    public @Nullable LocalDate to() {
        return grid.to();
    }
}
