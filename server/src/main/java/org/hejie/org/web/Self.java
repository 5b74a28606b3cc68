package org.hejie.org.web;

import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.StaffId;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;

/** The member of staff who asks for himself. */
final class Self {

    private Self() {
    }

    /** @throws Problem FORBIDDEN for a system or nobody */
    static StaffId id() {
        if (Actors.current().kind() != Actor.Kind.STAFF) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        return new StaffId(Actors.current().id());
    }
}
