package org.hejie.joint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task.
 *
 * @param sessionId the session it comes from; null where a morning meeting set it
 * @param meetingId the meeting it comes from; null where a session set it
 * @param overdue   open and past its time
 * @param late      answered after its time
 */
public record TaskRow(long id, long matterId, String matterCode, String matterTitle, @Nullable Long sessionId,
        @Nullable Long meetingId, JointSession.UnitName unit, @Nullable String responsible, String text, Instant dueAt, State state,
        boolean overdue, boolean late, @Nullable String answer, @Nullable Instant answeredAt, Instant setAt, boolean mayAnswer,
        int version) {

    /** Where it stands. */
    public enum State {
        /** 办理中. */
        OPEN,
        /** 已完成. */
        DONE,
        /** 退回: the unit says why it cannot. */
        RETURNED
    }
}
