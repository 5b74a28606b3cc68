package org.hejie.org;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Signed-in staff. The token is known to the browser alone; only its hash is stored. */
public interface Sessions {

    /**
     * Signs in and returns the token of the new session. Unknown names and wrong passwords get the same answer
     * after the same work, and lock-out counts for both.
     *
     * @throws org.hejie.shared.web.Problem INVALID_CREDENTIALS, TOTP_REQUIRED, LOCKED_OUT, TOO_MANY_REQUESTS
     */
    String open(Credentials credentials, SignInDevice device);

    /** The same from a place not known. */
    default String open(Credentials credentials) {
        return open(credentials, SignInDevice.UNKNOWN);
    }

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

    /** One's own open sessions, newest first. */
    List<DeviceSession> own(String token);

    /**
     * Somebody's open sessions, newest first; for the security administrator.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN
     */
    List<DeviceSession> of(Actor by, StaffId staff);

    /**
     * Ends a session at once: one of one's own, or as security administrator anybody's.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND if it is not open, or neither
     */
    void end(Actor by, long session);

    /** Ends all of one's own sessions but the one that asks; their number. */
    int endOthers(String token);

    /**
     * Ends all of somebody's sessions; by the security administrator.
     *
     * @return their number
     * @throws org.hejie.shared.web.Problem FORBIDDEN
     */
    int endAll(Actor by, StaffId staff);

    /** How long a session lasts without a request. */
    Duration idleTimeout();
}
