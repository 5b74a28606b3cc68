package org.hejie.routing;

/**
 * What is not diverted from the police (不予分流), the gravest first. Source: domain.md §2.6, §2.8 (to
 * be verified).
 */
public enum SafetyFact {

    /** 家庭暴力: never mediated, nor jointly notified. */
    DOMESTIC_VIOLENCE("家庭暴力"),
    /** 器械: a weapon. */
    WEAPON("器械"),
    /** 未成年人受害: a minor is the victim. */
    MINOR_VICTIM("未成年人受害"),
    /** 受伤: somebody has been hurt by another. */
    INJURY("受伤"),
    /** 扰乱公共秩序: public order is at risk. */
    PUBLIC_ORDER("扰乱公共秩序");

    private final String zh;

    SafetyFact(String zh) {
        this.zh = zh;
    }

    /** The word the rules use. */
    public String zh() {
        return zh;
    }
}
