package org.hejie.matter.category;

/** What must be minded with a category. */
public enum CategoryMark {

    /** ⚠: a risk assessment is made before dispatch (domain.md §3, §5.5). */
    FORCES_RISK_CHECK,
    /** Never mediated nor jointly notified: domestic violence (domain.md §2.8, design.md §6). */
    NEVER_MEDIATE,
    /** 只登记引导: registered and shown the way only (domain.md §3, code 18). */
    GUIDE_ONLY,
    /** Chosen only with a description in words (domain.md §3, code 9901). */
    NEEDS_TEXT
}
