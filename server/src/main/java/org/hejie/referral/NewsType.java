package org.hejie.referral;

/** What a partner is told of. */
public enum NewsType {
    /** 已收到: its referral is kept and belongs to a matter. */
    RECEIVED,
    /** 已签收: from now on the limit runs. */
    SIGNED,
    /** 不予接收: with the code of the reason. */
    DECLINED,
    /** 已延期, with the new date. */
    EXTENDED,
    /** 已答复. */
    ANSWERED,
    /** 已撤回. */
    WITHDRAWN,
    /** 程序转换: the partner took another way while the mediation ran; it has not failed. */
    CHANGED,
    /** 已移交: the centre hands something over to the partner. */
    SENT,
    /** 待核对: the number came again with other content. */
    CONFLICT,
    /** 已核对: a person has taken one of both contents, {@code TAKEN} the later or {@code KEPT} the earlier. */
    SETTLED
}
