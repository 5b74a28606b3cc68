package org.hejie.place.internal;

import org.hejie.place.AreaCode;
import org.hejie.place.CenterId;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where a schematic town lies.
 *
 * @param town its official code
 * @param at a point in it
 * @param center the centre that manages it
 */
record TownSite(AreaCode town, Coordinate at, CenterId center) {
}
