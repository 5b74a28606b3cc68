package org.hejie.matter.procedure;

/** What makes a move lead elsewhere than usual. */
public enum Circumstance {

    /** The matter has been returned once before. */
    SECOND_RETURN
}
