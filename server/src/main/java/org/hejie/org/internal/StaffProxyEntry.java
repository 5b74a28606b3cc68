package org.hejie.org.internal;

import org.hejie.org.Actor;
import org.hejie.org.OnBehalfOf;
import org.hejie.org.Permission;
import org.hejie.org.ProxyEntry;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.stereotype.Component;

/** Lets a post enter for what lies below the unit whose key it holds. */
@Component
class StaffProxyEntry implements ProxyEntry {

    private final Units units;

    StaffProxyEntry(Units units) {
        this.units = units;
    }

    @Override
    public Actor inTheNameOf(Actor actor, UnitId unit) {
        if (!actor.may(Permission.PROXY) || actor.activePost() == null || actor.activePost().scopeUnit() == null) {
            throw Problem.of(ProblemType.FORBIDDEN, "PROXY_NOT_ALLOWED");
        }
        UnitId own = actor.activePost().scopeUnit();
        if (unit.equals(own) || units.find(unit).isEmpty() || !units.isWithin(unit, own)) {
            throw Problem.of(ProblemType.FORBIDDEN, "PROXY_NOT_BELOW");
        }
        return actor.onBehalfOf(new OnBehalfOf(unit, actor.onBehalfOf() == null ? null : actor.onBehalfOf().staff()));
    }
}
