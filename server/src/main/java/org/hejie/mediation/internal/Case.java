package org.hejie.mediation.internal;

import java.util.Objects;
import org.hejie.matter.MatterChronicle.End;
import org.hejie.matter.MatterId;
import org.hejie.mediation.MediationCase.State;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a mediation to do something in it.
 *
 * @param staff the mediator's staff number
 * @param end   where the matter's history ends, if the matter was locked
 */
record Case(long id, MatterId matter, long committee, @Nullable Long mediator, @Nullable Long staff, State state, @Nullable End end) {

    /** Where the history of the locked matter goes on, for the first that is written there. */
    End held() {
        return Objects.requireNonNull(end, "the matter is not locked");
    }

    /** @throws Problem WRONG_STATE once ended */
    void requireOpen() {
        if (state != State.OPEN) {
            throw Problem.of(ProblemType.WRONG_STATE);
        }
    }
}
