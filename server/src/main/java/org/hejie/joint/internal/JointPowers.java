package org.hejie.joint.internal;

import java.util.EnumSet;
import java.util.Set;
import org.hejie.joint.JointSession.Deed;
import org.hejie.joint.JointSession.State;
import org.hejie.org.Actor;
import org.hejie.org.Permission;
import org.hejie.org.Role;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.springframework.stereotype.Component;

/** Who calls and records: a centre's dispatcher or director. Who answers: the called unit. Source: domain.md §5.2. */
@Component
class JointPowers {

    private final Units units;

    JointPowers(Units units) {
        this.units = units;
    }

    static boolean mayCall(Actor actor) {
        return actor.is(Role.DISPATCHER, Role.CENTER_DIRECTOR, Role.TOWN_DIRECTOR) && actor.unitId().isPresent();
    }

    /** Whether he works at that unit, so that he may speak for it. */
    static boolean speaksFor(Actor actor, UnitId unit) {
        return actor.unitId().filter(unit::equals).isPresent()
                && (actor.may(Permission.MATTER_HANDLE) || actor.may(Permission.MATTER_CHECK) || actor.may(Permission.MATTER_DISPATCH));
    }

    Set<Deed> of(Actor actor, Session session) {
        Set<Deed> may = EnumSet.noneOf(Deed.class);
        boolean held = session.state() == State.HELD;
        boolean over = session.signed() || session.state() == State.CANCELLED;
        UnitId own = actor.unitId().orElse(null);
        boolean keeps = mayCall(actor) && own != null && (own.equals(session.calledUnit()) || own.equals(units.countyCenter().id()));
        add(may, !over && !held && own != null && session.units().contains(own) && speaksFor(actor, own), Deed.ANSWER);
        add(may, !over && keeps, Deed.RECORD);
        add(may, !over && !held && keeps, Deed.CANCEL);
        add(may, !over && held && keeps, Deed.SIGN);
        add(may, session.signed() && keeps, Deed.ADD);
        return may;
    }

    private static void add(Set<Deed> may, boolean allowed, Deed deed) {
        if (allowed) {
            may.add(deed);
        }
    }
}
