package org.hejie.referral;

/** Which way a referral goes. */
public enum Direction {
    /** 移入: the partner sends it to the centre. */
    IN,
    /** 移出: the centre sends it to the partner. */
    OUT
}
