package org.hejie.intake;

import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.shared.web.Problem.FieldError;

/** What became of a submission. */
public sealed interface Taken {

    /**
     * Registered now, or before by the same number with the same content.
     *
     * @param code     the one-matter code
     * @param repeated true when it had come before
     */
    record Registered(SubmissionId id, MatterId matter, String code, boolean repeated) implements Taken {
    }

    /** The number or key is known with other content; this one is kept beside it for a person to compare. */
    record Conflict() implements Taken {
    }

    /** It cannot be taken; nothing was kept. */
    record Refused(List<FieldError> errors) implements Taken {
    }
}
