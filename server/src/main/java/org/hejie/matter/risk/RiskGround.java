package org.hejie.matter.risk;

/**
 * Why a matter stands at red risk. A person names the ground; nothing is reckoned.
 *
 * <p>Source: domain.md §5.5, the red lines; to be verified.
 */
public enum RiskGround {

    /** 扬言伤人或自伤: somebody threatens violence, or to harm himself. */
    THREAT,
    /** 持械或跟踪: a weapon, or somebody is followed. */
    WEAPON_OR_STALKING,
    /** 家庭暴力或未成年人受害. */
    VIOLENCE_OR_MINOR,
    /** 五十人以上: fifty people or more. */
    MANY_PEOPLE,
    /** 其他紧急情形: another, which the reason says. */
    OTHER
}
