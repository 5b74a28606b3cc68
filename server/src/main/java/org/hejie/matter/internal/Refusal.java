package org.hejie.matter.internal;

import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;

/** The refusals of the engine, each with a code whose words stand in {@code i18n/problems}. */
final class Refusal {

    private Refusal() {
    }

    /** The status does not allow the action at all. */
    static Problem wrongState() {
        return Problem.of(ProblemType.WRONG_STATE);
    }

    /** The status would allow it, a guard does not. */
    static Problem guarded(String guard) {
        return "ROLE".equals(guard) ? Problem.of(ProblemType.FORBIDDEN) : Problem.of(ProblemType.RULE_REFUSED, guard);
    }
}
