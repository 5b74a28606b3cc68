package org.hejie.matter.supervision;

/** How grave a card is. Source: domain.md §5.3. */
public enum CardLevel {

    /** 提示. */
    NOTICE,
    /** 黄牌. */
    YELLOW,
    /** 红牌. */
    RED,
    /** 通报. */
    CIRCULAR;

    /** Whether a named person has to confirm it: what weighs on people is never issued by a rule alone. */
    public boolean needsPerson() {
        return this == RED || this == CIRCULAR;
    }
}
