package org.hejie.intake;

/** How far a submission has come. */
public enum SubmissionState {
    /** 已收到: being registered. */
    RECEIVED,
    /** 已登记: a matter was made of it, at once or by a person who settled it. */
    REGISTERED,
    /** 待核对: its number or key is known with other content; a person has to settle it. */
    CONFLICT,
    /** 已并入: a person added it to the matter of that number. */
    ADDED,
    /** 已退回: a person refused it, with a reason. */
    REFUSED,
    /** 已撤回: its import was undone; its number is free again. */
    WITHDRAWN
}
