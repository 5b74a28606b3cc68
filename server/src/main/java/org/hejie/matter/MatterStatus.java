package org.hejie.matter;

/**
 * Where a matter stands. Which of these a kind of matter uses, and the moves between them, is said
 * by its procedure ({@code procedures/*.yaml}).
 *
 * <p>Source: the life cycle of domain.md §5.1. Closed, resolved and performed are three dates of
 * the matter, not three statuses.
 */
public enum MatterStatus {

    /** 已登记: written down, not yet decided whether it is taken. */
    REGISTERED,
    /** 已受理: taken; waits to be dispatched for the first time. */
    ACCEPTED,
    /** 待分流: came back to the dispatcher after a return. */
    TRIAGED,
    /** 待签收: dispatched; the unit has not signed for it. */
    ASSIGNED,
    /** 办理中: signed for and being handled. */
    IN_PROGRESS,
    /** 挂起: waits for something outside, the handling clock paused. */
    SUSPENDED,
    /** 延期审批: an extension has been asked for and not yet decided. */
    EXT_PENDING,
    /** 裁定归口: returned for the second time; the director decides who handles it. */
    ADJUDICATION,
    /** 待核查: the unit has answered; another person checks. */
    RESULT_SUBMITTED,
    /** 已办结: the answer has passed the check; the follow-up visit is due. */
    CLOSED,
    /** 回访中: visited at least once, not yet evaluated. */
    REVISIT,
    /** 已评价: the resident has evaluated the handling. */
    EVALUATED,
    /** 已归档: the file is complete and read-only. */
    ARCHIVED,
    /** 不予受理: not taken, with a legal reason told to the party. */
    REJECTED,
    /** 引导法定途径: the party has been shown the statutory route. */
    GUIDED,
    /** 已转出: handed to an organ outside the centre. */
    TRANSFERRED_OUT,
    /** 已撤回: withdrawn by the party or, as a wrong entry, by the centre. */
    WITHDRAWN,
    /** 已重开: opened again; waits to be dispatched. */
    REOPENED,
    /** 已并入: a duplicate, handled with its master; no status of a procedure, and left by un-merging alone. */
    MERGED
}
