package org.hejie.routing.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.place.AreaCode;
import org.hejie.place.AreaLevel;
import org.hejie.routing.RoutingQuestion;
import org.hejie.routing.RoutingTarget;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the unit that is meant today, for the place of a matter; never one that was closed. */
@Component
class UnitFinder {

    private final Units units;
    private final Clock clock;

    UnitFinder(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** Empty when the county has no such unit, or the place is not known exactly enough for a grid or village. */
    Optional<UnitId> find(RoutingTarget target, RoutingQuestion place) {
        var unit = switch (target.kind()) {
            case GRID -> Optional.ofNullable(place.grid()).flatMap(units::ofGrid);
            case VILLAGE -> Optional.ofNullable(area(place, AreaLevel.VILLAGE)).flatMap(units::ofVillage);
            case TOWN_CENTER -> Optional.ofNullable(area(place, AreaLevel.TOWN)).map(units::ofTown);
            case COUNTY_CENTER -> Optional.of(units.countyCenter());
            case UNIT -> Optional.ofNullable(target.unitCode()).flatMap(units::byCode).flatMap(this::now);
        };
        return unit.map(Unit::id);
    }

    /** Who does the work of the unit today: itself, or the one that follows it. Of several, or of none, a person chooses. */
    private Optional<Unit> now(Unit meant) {
        Unit at = meant;
        for (List<UnitId> next = units.successors(at.id()); !next.isEmpty(); next = units.successors(at.id())) {
            if (next.size() > 1) {
                return Optional.empty();
            }
            at = units.get(next.getFirst());
        }
        return at.inForceOn(Times.dateOf(clock.instant())) ? Optional.of(at) : Optional.empty();
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
