package org.hejie.matter;

import org.hejie.matter.procedure.ProcedureId;

/**
 * Tells by which procedure a new matter begins and whether its risk must be looked at. The routing module
 * answers from its decision table; a dispatcher may still choose another procedure.
 */
public interface RegistrationAdvice {

    /** The advice for a matter that is about to be registered. */
    Advice advise(RegisterMatter matter);

    /** The version of the rules in force now; kept with what is registered and dispatched. */
    int rulesVersion();

    /** @param riskCheck whether somebody has to assess the risk before anything else */
    record Advice(ProcedureId procedure, boolean riskCheck) {
    }
}
