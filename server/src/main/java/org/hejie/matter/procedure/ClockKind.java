package org.hejie.matter.procedure;

/** Whose clock it is. */
public enum ClockKind {

    /** 内部: a step or stage of the centre's own work. */
    INTERNAL,
    /** 法定: set by a law, or by the organ that sent the matter; runs beside the internal ones. */
    STATUTORY
}
