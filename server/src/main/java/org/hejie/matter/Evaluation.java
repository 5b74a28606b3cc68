package org.hejie.matter;

/** What the party says of the handling: the three levels of domain.md §5.2. */
public enum Evaluation {
    /** 满意. */
    SATISFIED,
    /** 基本满意. */
    FAIRLY,
    /** 不满意. */
    DISSATISFIED
}
