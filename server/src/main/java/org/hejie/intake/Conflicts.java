package org.hejie.intake;

import java.util.Optional;

/** Where a person settles what came under a known number with other content. Both contents are kept whatever he decides. */
public interface Conflicts {

    /** The submission with what it is to be compared with; empty outside the scope. */
    Optional<SubmissionFile> file(SubmissionId id);

    /**
     * Settles one, for the current actor, and writes it to the audit record.
     *
     * @return the file as it stands then
     * @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope, FORBIDDEN for who may not register, WRONG_STATE
     *         when it does not wait (any more) or the matter takes no material, and the fields that a registration refuses
     */
    SubmissionFile settle(SubmissionId id, Settlement settlement);
}
