package org.hejie.matter.supervision;

/** What a card comes from. */
public enum CardOrigin {

    /** 规则触发. */
    RULE,
    /** 领导批示. */
    LEADER,
    /** 督查发现. */
    INSPECTION
}
