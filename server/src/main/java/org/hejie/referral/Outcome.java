package org.hejie.referral;

/** With what a referral was answered. */
public enum Outcome {
    /** 达成协议. */
    AGREED,
    /** 未达成协议. */
    NOT_AGREED,
    /** 已办理: what was asked for is done, or the clue is taken up. */
    DONE,
    /** 不支持: the clue is not taken up. */
    NOT_SUPPORTED
}
