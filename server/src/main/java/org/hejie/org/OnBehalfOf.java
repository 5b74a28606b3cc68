package org.hejie.org;

import org.jspecify.annotations.Nullable;

/**
 * In whose name somebody acts. Both names are recorded.
 *
 * @param unit  the unit whose work it is
 * @param staff the person whose leave is covered (代班); null when a unit below is entered for (代录)
 */
public record OnBehalfOf(UnitId unit, @Nullable StaffId staff) {
}
