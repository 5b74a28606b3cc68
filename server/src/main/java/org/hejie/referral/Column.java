package org.hejie.referral;

/** The columns of a partner's desk. A referral stands in one of them. */
public enum Column {
    /** 已发出: the partner has to sign for it. */
    SENT,
    /** 待签收: we have to. */
    UNSIGNED,
    /** 办理中: signed for and in time. */
    SIGNED,
    /** 超期: to be signed for or answered, and late. */
    OVERDUE,
    /** 已答复. */
    ANSWERED,
    /** 其他结束: declined, withdrawn, or the procedure changed. */
    OTHER
}
