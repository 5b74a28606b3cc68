package org.hejie.subsidy;

/** Where a claim stands. */
public enum SubsidyState {
    /** 已申报. */
    CLAIMED,
    /** 司法所已审. */
    CHECKED,
    /** 县级已批, not yet on a list. */
    APPROVED,
    /** 不予补贴. */
    REFUSED,
    /** 公示中. */
    LISTED,
    /** 待支付. */
    IN_BATCH,
    /** 已支付. */
    PAID
}
