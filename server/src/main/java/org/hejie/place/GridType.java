package org.hejie.place;

/** The two kinds of grid (GB/T 34300-2017), kept outside the code. */
public enum GridType {

    /** 基础网格: a part of a village where people live. */
    BASIC,
    /** 专属网格: one place with its own management, such as a school, a market or an industrial park. */
    DEDICATED
}
