package org.hejie.notify;

/** What has become of a message. */
public enum MessageState {
    /** 待发送. */
    WAITING,
    /** 已送达: the receiver has taken it. */
    DELIVERED,
    /** 投递失败: given up; what follows in its lane waits until a person has dealt with it. */
    DEAD,
    /** 不再发送: a person decided so. */
    SET_ASIDE,
    /** 待取: the destination has no address; fetched as a file. */
    KEPT
}
