package org.hejie.mediation.internal;

import org.hejie.matter.MatterId;
import org.hejie.mediation.MediationCase.State;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;

/** What must be known of a mediation to do something in it. @param staff the mediator's staff number */
record Case(long id, MatterId matter, long committee, @Nullable Long mediator, @Nullable Long staff, State state) {

    /** @throws Problem WRONG_STATE once ended */
    void requireOpen() {
        if (state != State.OPEN) {
            throw Problem.of(ProblemType.WRONG_STATE);
        }
    }
}
