package org.hejie.matter;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the one who registers sees or hears that endangers somebody, what goes before first. The routing table asks about it;
 * each forces a risk check. Source: domain.md §2.6 and §2.8 (what is not diverted from the police), §5.5 (red lines), to
 * be verified.
 */
public enum SafetyFact {

    /** 家庭暴力: never mediated, nor jointly notified. */
    DOMESTIC_VIOLENCE("家庭暴力"),
    /** 器械: a weapon. */
    WEAPON("器械"),
    /** 扬言伤人: somebody threatens another with violence. */
    THREAT("扬言伤人"),
    /** 未成年人受害: a minor is the victim. */
    MINOR_VICTIM("未成年人受害"),
    /** 受伤: somebody has been hurt by another. */
    INJURY("受伤"),
    /** 扰乱公共秩序: public order is at risk. */
    PUBLIC_ORDER("扰乱公共秩序"),
    /** 自伤自杀: somebody may harm himself; last, since what stays with the police goes before it. */
    SELF_HARM("自伤自杀");

    private final String zh;

    SafetyFact(String zh) {
        this.zh = zh;
    }

    /** The word the rules and the spreadsheets use. */
    public String zh() {
        return zh;
    }

    /** The fact of that word or name. */
    public static Optional<SafetyFact> of(String word) {
        return Arrays.stream(values()).filter(fact -> fact.zh.equals(word) || fact.name().equalsIgnoreCase(word)).findFirst();
    }
}
