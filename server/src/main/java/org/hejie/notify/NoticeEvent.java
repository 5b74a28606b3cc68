package org.hejie.notify;

/** What staff are told of. The text of each stands in {@code templates/notices}: a code and a verb. Source: domain.md §5.3. */
public enum NoticeEvent {
    /** 待签收: a matter has come to the unit. */
    DISPATCHED,
    /** 退回: a unit has sent a matter back. */
    RETURNED,
    /** 待裁定: returned for the second time. */
    ADJUDICATION,
    /** 重开. */
    REOPENED,
    /** 临期: falls due within a day. */
    DEADLINE_NEAR,
    /** 督办: a supervision card. */
    SUPERVISED,
    /** 红色风险: a matter was raised to red risk. */
    RED_RISK,
    /** 缺号: a line's day lacks numbers. */
    LINE_GAP,
    /** 签后有变: a line's day has changed behind a signature. */
    LINE_CHANGED,
    /** 投递失败: an answer to a line was given up. */
    NOT_DELIVERED,
    /** 约定将到: an obligation of an agreement falls due within three days. */
    OBLIGATION_NEAR,
    /** 逾期未履行: an obligation of an agreement was not kept. */
    OBLIGATION_DEFAULTED,
    /** 请求改期: a resident asks for another time of a session of mediation. */
    SESSION_MOVE_ASKED,
    /** 对接待签收: a partner has referred something. */
    REFERRAL_RECEIVED,
    /** 对接待核对: a partner has sent a known number with other content. */
    REFERRAL_DIFFERS
}
