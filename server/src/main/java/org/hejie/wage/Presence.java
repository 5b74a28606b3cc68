package org.hejie.wage;

/** Whether the project has what the regulation asks for: 农民工工资专用账户 (art. 26), 工资保证金 (art. 32, to be verified). */
public enum Presence {
    /** 未查明. */
    UNKNOWN,
    /** 有. */
    THERE,
    /** 无. */
    NONE
}
