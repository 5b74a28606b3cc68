package org.hejie.place;

/** The five levels of the official divisions, and how many digits a code has at each. */
public enum AreaLevel {

    /** 省. */
    PROVINCE(2),
    /** 市 (prefecture). */
    CITY(4),
    /** 县, 区. */
    COUNTY(6),
    /** 乡, 镇, 街道. */
    TOWN(9),
    /** 村, 社区. */
    VILLAGE(12);

    private final int digits;

    AreaLevel(int digits) {
        this.digits = digits;
    }

    /** Number of digits of a code at this level. */
    public int digits() {
        return digits;
    }
}
