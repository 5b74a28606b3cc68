package org.hejie.matter;

/**
 * How the handling ended, as the unit answers it. Source: domain.md §5.1; {@link #RECTIFIED} is
 * ours, because a hazard ends in none of the ways of a dispute.
 */
public enum ResultKind {

    /** 达成书面协议: a written mediation agreement. */
    AGREEMENT_WRITTEN(true),
    /** 达成口头协议: an oral agreement, recorded (People's Mediation Law, art. 28). */
    AGREEMENT_ORAL(true),
    /** 当场履行: settled and performed on the spot. */
    PERFORMED_ON_SPOT(true),
    /** 和解: the parties settled between themselves. */
    SETTLED(true),
    /** 引导诉讼: shown the way to the court. */
    GUIDED_TO_LITIGATION(false),
    /** 引导仲裁: shown the way to arbitration. */
    GUIDED_TO_ARBITRATION(false),
    /** 引导行政复议: shown the way to administrative reconsideration. */
    GUIDED_TO_RECONSIDERATION(false),
    /** 引导行政裁决: shown the way to an administrative ruling. */
    GUIDED_TO_RULING(false),
    /** 未达成: no agreement reached. */
    NOT_AGREED(false),
    /** 行政处理: decided or dealt with by an administrative organ. */
    ADMINISTRATIVE_HANDLING(false),
    /** 解释疏导: explained and answered. */
    EXPLAINED(false),
    /** 无法联系: the party could not be reached. */
    UNREACHABLE(false),
    /** 已整改: the hazard has been removed. */
    RECTIFIED(false);

    private final boolean success;

    ResultKind(boolean success) {
        this.success = success;
    }

    /** Ends in what the parties agreed: closed to matters that are never mediated (domain.md §2.8). */
    public boolean agreed() {
        return this == AGREEMENT_WRITTEN || this == AGREEMENT_ORAL || this == SETTLED;
    }

    /** Counts in the numerator of the mediation success rate (domain.md §6.3). */
    public boolean success() {
        return success;
    }
}
