package org.hejie.place.internal;

import org.hejie.place.AreaCode;
import org.hejie.place.CenterId;
import org.hejie.place.LonLat;
import org.jspecify.annotations.Nullable;

/**
 * Where a centre of the demo county stands.
 *
 * @param id its number
 * @param seat the area it stands in
 * @param at the point
 * @param floorAreaM2 floor area in square metres; null if not known
 */
record CenterSite(CenterId id, AreaCode seat, LonLat at, @Nullable Integer floorAreaM2) {

    private static final String COUNTY = "620123";

    /** The number of a centre of this county, from the two digits in the files. */
    static CenterId id(String twoDigits) {
        return new CenterId(COUNTY + "-" + twoDigits);
    }
}
