package org.hejie.party;

/**
 * Kinds of identity documents (the groups of GA/T 517). Only the first three have check digits; all others are
 * kept as typed: a form that knows mainland cards alone turns real people away.
 */
public enum DocumentKind {
    /** 居民身份证, GB 11643. */
    ID_CARD,
    /** 港澳台居民居住证: 18 digits built as an ID card's. */
    RESIDENCE_PERMIT_HK_MO_TW,
    /** 统一社会信用代码 of a body, GB 32100. */
    CREDIT_CODE,
    /** 护照. */
    PASSPORT,
    /** 港澳居民来往内地通行证. */
    HK_MO_PERMIT,
    /** 台湾居民来往大陆通行证. */
    TW_PERMIT,
    /** 外国人永久居留身份证. */
    FOREIGNER_RESIDENCE_CARD,
    /** 军官证、士兵证等. */
    MILITARY,
    /** 户口簿. */
    HOUSEHOLD_BOOK,
    /** Any other. */
    OTHER
}
