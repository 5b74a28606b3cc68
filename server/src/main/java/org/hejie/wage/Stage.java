package org.hejie.wage;

/** How far a claim has come, told by its workers' rows. */
public enum Stage {
    /** 已登记: not every row is verified. */
    REGISTERED,
    /** 已核实: every row is, nothing is recovered. */
    VERIFIED,
    /** 部分追回. */
    PARTLY_PAID,
    /** 全部追回: what was verified. */
    PAID
}
