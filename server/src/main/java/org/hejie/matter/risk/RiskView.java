package org.hejie.matter.risk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a matter stands, and what of it the reader may change.
 *
 * @param red           at red risk now
 * @param checkRequired nobody has looked yet, though somebody has to
 * @param marks         each time it was raised to red, the newest first
 * @param may           what the reader may do now
 */
public record RiskView(boolean red, boolean checkRequired, List<RiskMark> marks, List<RiskMove> may) {

    /** What may be done. */
    public enum RiskMove {
        /** 列为红色风险. */
        RAISE,
        /** 研判为非红色: says that it is not at red risk. */
        CLEAR,
        /** 申请解除红色风险. */
        ASK_TO_LOWER,
        /** 审批解除, by another person than asked. */
        DECIDE
    }

    /**
     * One time at red risk.
     *
     * @param raisedBy  name of staff as shown
     * @param asked     the request to lower it that waits, or by which it was lowered
     * @param loweredAt null while it stands
     */
    public record RiskMark(long id, RiskGround ground, String reason, Instant raisedAt, @Nullable String raisedBy,
            @Nullable RiskRequest asked, @Nullable Instant loweredAt, @Nullable String loweredBy) {
    }

    /** Somebody asked to lower it. */
    public record RiskRequest(String reason, Instant at, @Nullable String by) {
    }
}
