package org.hejie.mediation.internal;

import java.util.Objects;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;

/** Who decides who mediates, and who records a mediation. Source: domain.md §4. */
final class Powers {

    private Powers() {
    }

    /** 司法局 and the centre keep the register. */
    static void requireRegister() {
        if (!Actors.current().is(Role.JUSTICE_BUREAU, Role.CENTER_DIRECTOR)) {
            throw Problem.of(ProblemType.FORBIDDEN, "MEDIATION_REGISTER");
        }
    }

    /** The centre keeps its rooms. */
    static void requireRooms() {
        if (!Actors.current().is(Role.CENTER_DIRECTOR)) {
            throw Problem.of(ProblemType.FORBIDDEN, "MEDIATION_ROOMS");
        }
    }

    static void requireAssigning() {
        if (!assigns(Actors.current())) {
            throw Problem.of(ProblemType.FORBIDDEN, "MEDIATION_ASSIGN");
        }
    }

    static boolean assigns(Actor actor) {
        return actor.is(Role.DISPATCHER, Role.CENTER_DIRECTOR, Role.TOWN_DIRECTOR, Role.JUSTICE_BUREAU);
    }

    /** Who heads the unit of a committee; whose key he reaches is the database's to say. */
    static boolean seals() {
        return Actors.current().is(Role.CENTER_DIRECTOR, Role.TOWN_DIRECTOR);
    }

    static void requireSealing() {
        if (!seals()) {
            throw Problem.of(ProblemType.FORBIDDEN, "SEAL_HEAD");
        }
    }

    static boolean keeps(Case one) {
        return keeps(one.staff());
    }

    static void requireKeeping(Case one) {
        requireKeeping(one.staff());
    }

    /** @param mediator the staff number of whose mediation it is */
    static void requireKeeping(@Nullable Long mediator) {
        if (!keeps(mediator)) {
            throw Problem.of(ProblemType.FORBIDDEN, "MEDIATION_KEEP");
        }
    }

    private static boolean keeps(@Nullable Long mediator) {
        Actor actor = Actors.current();
        return actor.is(Role.DISPATCHER, Role.CENTER_DIRECTOR, Role.TOWN_DIRECTOR)
                || actor.staffId().filter(staff -> Objects.equals(staff.value(), mediator)).isPresent();
    }

    /** The number of the member of staff who acts; 0 for the system. */
    static long self() {
        Actor actor = Actors.current();
        return actor.staffId().map(staff -> staff.value()).orElse(actor.id());
    }
}
