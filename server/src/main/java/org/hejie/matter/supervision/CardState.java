package org.hejie.matter.supervision;

/** Where a card stands; also what an entry on it did. */
public enum CardState {

    /** 待签收. */
    ISSUED,
    /** 待回复. */
    ACKNOWLEDGED,
    /** 待审核. */
    REPLIED,
    /** 退回重报. */
    SENT_BACK,
    /** 已销号. */
    ACCEPTED,
    /** 已撤销. */
    RECALLED;

    /** Whether nothing more happens to it. */
    public boolean settled() {
        return this == ACCEPTED || this == RECALLED;
    }
}
