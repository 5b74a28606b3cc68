package org.hejie.place.internal;

import org.hejie.place.AreaCode;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where a schematic town lies.
 *
 * @param town its official code
 * @param at a point in it
 * @param center number of the centre that manages it, 1 to 18
 * @param custody whether that centre stands in another town
 */
record TownSite(AreaCode town, Coordinate at, int center, boolean custody) {
}
