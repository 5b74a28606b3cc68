package org.hejie.org;

import java.time.Duration;
import java.util.Optional;

/** Signed-in staff. The token is known to the browser alone; only its hash is stored. */
public interface Sessions {

    /**
     * Signs in and returns the token of the new session. Unknown names and wrong passwords get the same answer
     * after the same work, and lock-out counts for both.
     *
     * @throws org.hejie.shared.web.Problem INVALID_CREDENTIALS, TOTP_REQUIRED, LOCKED_OUT, TOO_MANY_REQUESTS
     */
    String open(Credentials credentials);

    /** The session of a token, unless it ended, timed out or its holder was deactivated; at most 5 seconds old. */
    Optional<OpenSession> find(String token);

    /** Ends the session, if it is open. */
    void close(String token);

    /**
     * Acts by another post from now on.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN if it is neither one's own nor one covered today
     */
    void choosePost(String token, PostId post);

    /** How long a session lasts without a request. */
    Duration idleTimeout();
}
