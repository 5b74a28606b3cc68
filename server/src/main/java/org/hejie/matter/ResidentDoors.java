package org.hejie.matter;

import java.util.Optional;
import org.hejie.matter.Registered.Receipt;

/** The resident's way to one matter without an account. Answers nothing about a matter but its id. */
public interface ResidentDoors {

    /** The matter of a code typed together with its query code; empty if either is wrong. */
    Optional<MatterId> open(MatterCode code, String queryCode);

    /** The matter of a token from a slip's QR; empty if unknown or revoked. */
    Optional<MatterId> open(String token);

    /**
     * The slip once more, for the current actor.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope
     */
    Receipt slip(MatterId matter);

    /** Revokes the slip given out before and makes another. */
    Receipt renew(MatterId matter);
}
