package org.hejie.mediation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the resident who follows the matter says of a session.
 *
 * @param proposedAt when it would suit; null unless it should be moved
 */
public record SessionWish(long id, Answer answer, @Nullable Instant proposedAt, @Nullable Reason reason, Instant saidAt,
        @Nullable Decision decision) {

    /** Whether the time suits. */
    public enum Answer {
        /** 可以到场. */
        SUITS,
        /** 请求改期. */
        MOVE
    }

    /** Why it does not; words are not asked for. */
    public enum Reason {
        /** 上班、务农. */
        WORK,
        /** 身体原因. */
        HEALTH,
        /** 家中有事. */
        FAMILY,
        /** 在外地. */
        TRAVEL,
        /** 其他. */
        OTHER
    }

    /** What became of it. */
    public enum Decision {
        /** 同意改期. */
        MOVED,
        /** 时间不变. */
        KEPT,
        /** 已改口. */
        TAKEN_BACK
    }
}
