package org.hejie.party;

/** Sex as in GB/T 2261.1-2003 (codes 0, 1, 2, 9). */
public enum Sex {
    /** 0 未知的性别. */
    UNKNOWN,
    /** 1 男性. */
    MALE,
    /** 2 女性. */
    FEMALE,
    /** 9 未说明的性别. */
    NOT_STATED
}
