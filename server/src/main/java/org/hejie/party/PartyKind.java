package org.hejie.party;

/** A person or a body. */
public enum PartyKind {
    /** A natural person (自然人). */
    PERSON,
    /** A legal person or other organisation (法人、非法人组织). */
    BODY
}
