package org.hejie.document.internal;

import java.time.Duration;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;

/** What a caller is told when a {@link ContentStore} does not work; what is wrong with it stands in the log. */
final class FilesUnavailable {

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(10);

    private FilesUnavailable() {
    }

    static Problem problem() {
        return Problem.retryAfter(ProblemType.FILES_UNAVAILABLE, AGAIN_AFTER);
    }
}
