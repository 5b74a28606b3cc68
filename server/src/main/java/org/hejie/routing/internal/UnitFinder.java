package org.hejie.routing.internal;

import java.util.Optional;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.place.AreaCode;
import org.hejie.place.AreaLevel;
import org.hejie.routing.RoutingQuestion;
import org.hejie.routing.RoutingTarget;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the unit that is meant today, for the place of a matter. */
@Component
class UnitFinder {

    private final Units units;

    UnitFinder(Units units) {
        this.units = units;
    }

    /** Empty when the county has no such unit, or the place is not known exactly enough for a grid or village. */
    Optional<UnitId> find(RoutingTarget target, RoutingQuestion place) {
        var unit = switch (target.kind()) {
            case GRID -> Optional.ofNullable(place.grid()).flatMap(units::ofGrid);
            case VILLAGE -> Optional.ofNullable(area(place, AreaLevel.VILLAGE)).flatMap(units::ofVillage);
            case TOWN_CENTER -> Optional.ofNullable(area(place, AreaLevel.TOWN)).map(units::ofTown);
            case COUNTY_CENTER -> Optional.of(units.countyCenter());
            case UNIT -> Optional.ofNullable(target.unitCode()).flatMap(units::byCode);
        };
        return unit.map(Unit::id);
    }

    /** The area of that level the place lies in, or null when it is only known more roughly. */
    private static @Nullable AreaCode area(RoutingQuestion place, AreaLevel level) {
        var area = place.grid() == null ? place.area() : place.grid().village();
        while (area != null && area.level().compareTo(level) > 0) {
            area = area.parent().orElse(null);
        }
        return area != null && area.level() == level ? area : null;
    }
}
