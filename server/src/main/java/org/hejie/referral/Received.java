package org.hejie.referral;

import java.util.List;
import org.hejie.shared.web.Problem.FieldError;

/** What became of a referral that came. */
public sealed interface Received {

    /** Kept, now or before with the same content. */
    record Kept(ReferralReceipt receipt, boolean repeated) implements Received {
    }

    /**
     * Kept and sent back at once by a rule.
     *
     * @param path field that tells why
     */
    record SentBack(ReferralReceipt receipt, boolean repeated, String path) implements Received {
    }

    /** The number is known with other content; both are kept for a person to compare. */
    record Conflict() implements Received {
    }

    /** It cannot be taken; nothing was kept. */
    record Refused(List<FieldError> errors) implements Received {
    }
}
