package org.hejie.wage;

/** What the workers have in hand. Whoever employs them has to show contracts, lists and ledgers (Order 724, art. 50, to be verified). */
public enum Evidence {
    /** 欠条. */
    IOU,
    /** 考勤. */
    ATTENDANCE,
    /** 工资台账. */
    WAGE_LEDGER,
    /** 劳动合同. */
    CONTRACT,
    /** 聊天、转账记录. */
    MESSAGES,
    /** 证人. */
    WITNESS
}
