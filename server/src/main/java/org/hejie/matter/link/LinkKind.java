package org.hejie.matter.link;

/**
 * How one matter belongs to another. Read from the first to the second: the first is a duplicate of the second, derived
 * from it, and so on.
 *
 * <p>Source: domain.md §5.6.
 */
public enum LinkKind {

    /** 重复事项: the same trouble, come twice; the second is the master. */
    DUP,
    /** 同因串案: one cause, many files; says the same in both directions. */
    SAME_CAUSE,
    /** 衍生事项: grew out of the other, as an offence out of a quarrel. */
    DERIVED,
    /** 后续事项: goes on where the other ended. */
    FOLLOW_UP,
    /** 重开来源: takes up again what the other had closed. */
    REOPEN_OF;

    /** Whether it says the same in both directions, so that no circle can be wrong. */
    public boolean mutual() {
        return this == SAME_CAUSE;
    }
}
