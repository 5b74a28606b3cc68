package org.hejie.joint;

import org.jspecify.annotations.Nullable;

/**
 * How often a unit came when called (吹哨到位率).
 *
 * @param id     of the unit
 * @param called sessions held in the time to which it was called and its attendance was marked
 * @param came   of these
 */
public record ResponseRow(long id, String name, @Nullable String nameEn, int called, int came) {
}
