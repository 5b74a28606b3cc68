package org.hejie.matter.twin;

/**
 * Why two matters may be one. What each counts is a rule set (TWINS) that two people of the county change.
 *
 * <p>Source: domain.md §5.6.
 */
public enum TwinReason {

    /** 同一证件: somebody with the same document number. */
    SAME_DOCUMENT,
    /** 同一电话: somebody with the same phone. */
    SAME_PHONE,
    /** 同一被申请人: against the same person or body. */
    SAME_RESPONDENT,
    /** 同一类别. */
    SAME_CATEGORY,
    /** 地点相近: within 300 m; the nearer, the more it counts. */
    NEAR_PLACE,
    /** 文字相似: title, facts and place share many pairs of characters. */
    SIMILAR_TEXT
}
