package org.hejie.subsidy.internal;

import java.util.EnumSet;
import java.util.Set;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.org.StaffId;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.hejie.subsidy.SubsidyClaim.Deed;
import org.hejie.subsidy.SubsidyState;

/** Who claims, decides, publishes and pays. Source: domain.md §2.9 (司法所 → 司法局 → 财政), §4. */
final class SubsidyPowers {

    private SubsidyPowers() {
    }

    static void requireClaiming(long mediator) {
        Actor actor = Actors.current();
        if (self() != mediator && !actor.is(Role.TOWN_CLERK, Role.TOWN_DIRECTOR, Role.VILLAGE_CLERK)) {
            throw forbidden("CLAIM");
        }
    }

    static Set<Deed> of(SubsidyState state) {
        Set<Deed> may = EnumSet.noneOf(Deed.class);
        if (state == SubsidyState.CLAIMED && Actors.current().is(Role.TOWN_DIRECTOR, Role.JUSTICE_BUREAU, Role.DISPATCHER)) {
            may.add(Deed.DECIDE_TOWN);
        }
        if (state == SubsidyState.CHECKED && county()) {
            may.add(Deed.DECIDE_COUNTY);
        }
        if (state == SubsidyState.LISTED && Actors.current().is(Role.TOWN_DIRECTOR, Role.TOWN_CLERK, Role.WINDOW, Role.DISPATCHER,
                Role.JUSTICE_BUREAU, Role.CENTER_DIRECTOR)) {
            may.add(Deed.OBJECT);
        }
        if (state == SubsidyState.LISTED && county()) {
            may.add(Deed.ANSWER_OBJECTION);
        }
        return may;
    }

    static void require(Deed deed, SubsidyState state) {
        if (of(state).contains(deed)) {
            return;
        }
        boolean elsewhere = false;
        for (SubsidyState other : SubsidyState.values()) {
            elsewhere |= of(other).contains(deed);
        }
        throw elsewhere ? Problem.of(ProblemType.WRONG_STATE, "SUBSIDY") : forbidden(deed.name());
    }

    private static boolean county() {
        return Actors.current().is(Role.JUSTICE_BUREAU, Role.CENTER_DIRECTOR);
    }

    static void requirePaying() {
        if (!county()) {
            throw forbidden("PAY");
        }
    }

    private static Problem forbidden(String what) {
        return Problem.of(ProblemType.FORBIDDEN, "SUBSIDY_" + what);
    }

    static long self() {
        return Actors.current().staffId().map(StaffId::value).orElse(0L);
    }
}
