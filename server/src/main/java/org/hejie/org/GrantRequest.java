package org.hejie.org;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request for something that lets somebody read cases.
 *
 * @param id         its number
 * @param order      what is asked for
 * @param reason     why, in the words of who asked
 * @param askedBy    the system administrator who asked
 * @param askedAt    when
 * @param expiresAt  when it can no longer be approved
 * @param state      how it stands now
 * @param decidedBy  the security administrator who decided; null while open
 * @param decidedAt  when; null while open
 * @param opinion    of who decided; null if none
 * @param made       number of the post, cover or client that came of it; null otherwise
 * @param toBeTaken  whether a link or token waits to be taken by who asked
 */
public record GrantRequest(long id, GrantOrder order, String reason, StaffId askedBy, Instant askedAt, Instant expiresAt,
        State state, @Nullable StaffId decidedBy, @Nullable Instant decidedAt, @Nullable String opinion, @Nullable Long made,
        boolean toBeTaken) {

    /** How a request stands. */
    public enum State {
        /** 待审批. */
        OPEN,
        /** 已批准, and in effect. */
        GRANTED,
        /** 未批准. */
        REFUSED,
        /** 已撤回 by who asked. */
        WITHDRAWN,
        /** 已过期. */
        EXPIRED
    }
}
