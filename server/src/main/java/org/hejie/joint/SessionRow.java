package org.hejie.joint;

import java.time.Instant;

/** A joint session as lists show it. @param called units; @param came of these */
public record SessionRow(long id, long matterId, String matterCode, String matterTitle, Instant meetsAt, String place,
        JointSession.UnitName calledUnit, JointSession.State state, int called, int came, boolean signed) {
}
