package org.hejie.scope;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.jspecify.annotations.Nullable;

/**
 * Says who may see which matter, by the words of the rule and not by its implementation: whoever has a post over the
 * matter's place, at the unit of its line, at the desk that wrote it down, or over a unit that ever had a part in it.
 */
final class ScopeOracle {

    private final Units units;
    private final Map<Long, Set<Long>> seenBy = new HashMap<>();

    ScopeOracle(Units units) {
        this.units = units;
    }

    void registered(long matter, Unit home, @Nullable Unit desk) {
        Set<Long> keys = new HashSet<>(upwards(home));
        if (desk != null) {
            keys.add(desk.id().value());
        }
        seenBy.put(matter, keys);
    }

    void takesPart(long matter, Unit unit) {
        seenBy.get(matter).addAll(upwards(unit));
    }

    Set<Long> matters() {
        return seenBy.keySet();
    }

    boolean sees(@Nullable UnitId scope, long matter) {
        return scope != null && seenBy.get(matter).contains(scope.value());
    }

    private Set<Long> upwards(Unit unit) {
        Set<Long> above = new HashSet<>();
        for (Unit at = unit; at != null; at = at.parent() == null ? null : units.get(at.parent())) {
            above.add(at.id().value());
        }
        return above;
    }
}
