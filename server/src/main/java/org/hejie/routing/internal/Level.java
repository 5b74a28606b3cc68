package org.hejie.routing.internal;

import org.hejie.place.AreaCode;
import org.hejie.place.GridCode;
import org.jspecify.annotations.Nullable;

/** The level the place of a matter is known to. */
enum Level {
    GRID("网格"),
    VILLAGE("村社"),
    TOWN("乡镇"),
    COUNTY("县级");

    private final String zh;

    Level(String zh) {
        this.zh = zh;
    }

    /** The word the rules use. */
    String zh() {
        return zh;
    }

    static Level of(@Nullable GridCode grid, @Nullable AreaCode area) {
        if (grid != null) {
            return GRID;
        }
        if (area == null) {
            return COUNTY;
        }
        return switch (area.level()) {
            case VILLAGE -> VILLAGE;
            case TOWN -> TOWN;
            case PROVINCE, CITY, COUNTY -> COUNTY;
        };
    }
}
