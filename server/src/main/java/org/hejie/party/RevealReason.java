package org.hejie.party;

/** Why somebody's full identity is looked at. Each is a step of handling a matter; there is no "just looking". */
public enum RevealReason {
    /** Calling or visiting the party (联系当事人). */
    CONTACT,
    /** Comparing with the document shown at the counter (核验身份). */
    VERIFY_IDENTITY,
    /** Writing a paper that has to carry the full name (制作文书). */
    PREPARE_PAPER,
    /** Setting wrong data right (更正信息). */
    CORRECT,
    /** A request of another authority with a legal basis, named in the purpose (依法协助). */
    LEGAL_REQUEST,
    /** Anything else, said in the purpose. */
    OTHER;

    /** Whether the purpose has to be said in words. */
    public boolean needsPurpose() {
        return switch (this) {
            case CONTACT, VERIFY_IDENTITY, PREPARE_PAPER, CORRECT -> false;
            case LEGAL_REQUEST, OTHER -> true;
        };
    }
}
