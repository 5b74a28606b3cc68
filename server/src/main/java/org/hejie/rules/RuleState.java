package org.hejie.rules;

/** How far a version is. */
public enum RuleState {
    /** 草稿: being written. */
    DRAFT,
    /** 待批准: waits for the second person. */
    SUBMITTED,
    /** 已批准: in force from its time on, until the next one's. */
    APPROVED,
    /** 已撤回: taken back before it took effect. */
    WITHDRAWN,
    /** 已放弃: never submitted. */
    DISCARDED
}
