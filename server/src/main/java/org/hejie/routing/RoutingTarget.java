package org.hejie.routing;

import org.jspecify.annotations.Nullable;

/**
 * Whom the rules mean: a level of the ladder that manages the place, or one certain unit.
 *
 * @param kind which of them
 * @param unitCode the unit's code in {@code org}, such as {@code housing}; null for a level
 */
public record RoutingTarget(Kind kind, @Nullable String unitCode) {

    /** Who is meant. */
    public enum Kind {
        /** 网格: the grid the place lies in. */
        GRID,
        /** 村社: the village or community. */
        VILLAGE,
        /** 乡镇综治中心: the centre that manages the town. */
        TOWN_CENTER,
        /** 县综治中心: the county's centre. */
        COUNTY_CENTER,
        /** 部门或入驻单位: the unit of that code. */
        UNIT
    }

    /** @throws IllegalArgumentException when a level has a unit's code, or a unit none */
    public RoutingTarget {
        if ((kind == Kind.UNIT) != (unitCode != null)) {
            throw new IllegalArgumentException("a unit has a code, a level has none");
        }
    }

    @Override
    public String toString() {
        return unitCode == null ? kind.name() : kind + ":" + unitCode;
    }
}
