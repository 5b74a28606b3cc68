package org.hejie.mediation;

import org.hejie.matter.MatterId;

/** The mediation of one matter for the resident who follows it by code. */
public interface ResidentMediations {

    /** The latest; without a state when there is none. */
    ResidentMediation of(MatterId matter);

    /**
     * One of its papers as PDF, everybody masked.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND for a paper not among {@link ResidentMediation#papers}
     */
    byte[] paper(MatterId matter, String paper);
}
