package org.hejie.mediation;

import java.time.Instant;
import org.hejie.matter.MatterId;
import org.jspecify.annotations.Nullable;

/** The resident's word on a session, and the mediator's answer to it. */
public interface SessionWishes {

    /**
     * Keeps what the resident says who follows the matter by its code; it takes the place of an earlier wish that nobody has
     * decided. An event of the matter; the mediator's post is told.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND for a session of another matter or held back to back; WRONG_STATE unless it is
     *         planned and still to come; INVALID_FIELDS naming {@code proposedAt} in the past, too far off or the same as now
     */
    void say(MatterId followed, long session, SessionWish.Answer answer, @Nullable Instant proposedAt, SessionWish.@Nullable Reason reason);

    /**
     * Moves the session: the old one is cancelled, a new one of the same length and kind is planned.
     *
     * @param roomId null for the same room
     * @return the new session
     * @throws org.hejie.shared.web.Problem as {@link MediationSessions#plan}; WRONG_STATE if there is no wish to decide
     */
    long move(long session, Instant startsAt, @Nullable Integer roomId);

    /** The time stays. @throws org.hejie.shared.web.Problem WRONG_STATE if there is no wish to decide */
    void keep(long session);
}
