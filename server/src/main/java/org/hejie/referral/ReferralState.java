package org.hejie.referral;

/** Where a referral stands. */
public enum ReferralState {
    /** 待对方签收: the centre has sent it. */
    SENT,
    /** 待签收: it has come. */
    RECEIVED,
    /** 已签收: the limit runs. */
    SIGNED,
    /** 已答复. */
    ANSWERED,
    /** 已退回: not taken, with a reason. */
    DECLINED,
    /** 已撤回: before it was signed for. */
    WITHDRAWN,
    /** 程序转换: withdrawn or filed by the partner while it was worked on; it has not failed. */
    CHANGED;

    /** Whether nothing more happens to it. */
    public boolean ended() {
        return switch (this) {
            case SENT, RECEIVED, SIGNED -> false;
            case ANSWERED, DECLINED, WITHDRAWN, CHANGED -> true;
        };
    }
}
