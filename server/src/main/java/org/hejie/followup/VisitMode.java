package org.hejie.followup;

/** How a follow-up visit was made. Source: domain.md §5.2. */
public enum VisitMode {
    /** 电话. */
    PHONE,
    /** 短信. */
    SMS,
    /** 上门（当面）. */
    FACE_TO_FACE
}
