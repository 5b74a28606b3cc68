package org.hejie.joint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.org.UnitId;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * Joint sessions (吹哨报到): a centre calls units to one matter. Called units see the matter from then on. Every step is
 * an event in the matter's history.
 *
 * <p>Changes throw NOT_FOUND outside the scope, FORBIDDEN, WRONG_STATE, or STALE where a version is given.
 */
public interface JointSessions {

    /**
     * Calls units, for the current actor.
     *
     * @return the session
     * @throws org.hejie.shared.web.Problem RULE_REFUSED with JOINT_NEVER for domestic violence, which is neither mediated nor
     *         jointly notified (design.md §6); JOINT_MATTER_ENDED
     */
    long call(MatterId matter, NewSession session);

    /** The actor's unit says whether it comes; again if it changes its mind before the session is held. */
    void answer(long session, JointSession.Answer answer, @Nullable String note);

    /** Somebody of the unit came. The session is held from the first one on. */
    void arrived(long session, UnitId unit, String attendee, Instant at);

    /** Nobody came; supervision hears of it. */
    void absent(long session, UnitId unit);

    /** What a unit said, word for word as far as it matters. */
    void opinion(long session, UnitId unit, String text, boolean dissents);

    /** A task for one of the units of the session. */
    long task(long session, NewTask task);

    /** The minutes as far as they are; anybody's older version is refused. */
    int minutes(long session, int seen, String text);

    /** Signs the minutes: nobody changes them any more. Every called unit has been marked as come or not. */
    int sign(long session, int seen);

    /** Adds to signed minutes. */
    void add(long session, String text);

    /** The session will not be held. */
    void cancel(long session, String reason);

    /** One session, if its matter lies in the scope. */
    Optional<JointSession> find(long session);

    /**
     * Sessions in the scope, the latest first.
     *
     * @param on only those of that day, Asia/Shanghai
     */
    Page<SessionRow> list(@Nullable Long matter, @Nullable LocalDate on, @Nullable String cursor, int limit);

    /** How often the units came, by those called most; days in Asia/Shanghai, both included. */
    Page<ResponseRow> responses(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String cursor, int limit);
}
