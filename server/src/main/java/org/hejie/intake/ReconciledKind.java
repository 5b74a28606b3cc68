package org.hejie.intake;

/** What the reconciliation (对账) of a line's day found of one outside number. In the order in which it is read: the trouble first. */
public enum ReconciledKind {
    /** 缺号: the line says it sent it, or its running number leaves it out, and it is nowhere. */
    MISSING,
    /** 拒收: turned away because it could not be taken, or refused by a person. */
    REFUSED,
    /** 待核对: kept beside another of the same number until a person has compared them. */
    WAITING,
    /** 迟到: sent for this day, received on another. */
    LATE,
    /** 并入: received, and its matter rests with another. */
    MERGED,
    /** 重复报送: came again with the same content; counted, not received twice. */
    REPEATED,
    /** 收到: received, and a matter. */
    RECEIVED
}
