package org.hejie.dossier.internal;

import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.StaffId;

/** Who may print papers and file dossiers: whoever registers, dispatches or handles. Source: domain.md §4. */
final class DossierPowers {

    private DossierPowers() {
    }

    static boolean mayPrint(Actor actor) {
        return actor.staffId().isPresent() && (actor.may(Permission.MATTER_REGISTER) || actor.may(Permission.MATTER_DISPATCH)
                || actor.may(Permission.MATTER_HANDLE));
    }

    static boolean mayFile(Actor actor) {
        return mayPrint(actor);
    }

    /** The number of the person, also of one whose program acts by his post. */
    static long self() {
        Actor actor = Actors.current();
        return actor.staffId().map(StaffId::value).orElse(actor.id());
    }
}
