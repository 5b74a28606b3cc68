package org.hejie.matter.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything on a card.
 *
 * @param follows the card of the level below that it came from; null for none
 * @param entries what was written on it, the oldest first
 * @param may     what the reader may do to it now
 */
public record CardDetail(CardRow card, @Nullable Long follows, List<CardEntry> entries, Set<Deed> may) {

    /** What may be done to a card. */
    public enum Deed {
        /** 签收并明确责任人. */
        ACKNOWLEDGE,
        /** 回复. */
        REPLY,
        /** 通过销号. */
        ACCEPT,
        /** 退回重报. */
        SEND_BACK,
        /** 撤销. */
        RECALL
    }

    /** One line of it. @param by who wrote it, by name; null for the system */
    public record CardEntry(int seq, CardState kind, Instant at, @Nullable String by, CardRow.@Nullable CardUnit unit,
            @Nullable String text) {
    }

    /** Keeps copies. */
    public CardDetail {
        entries = List.copyOf(entries);
        may = Set.copyOf(may);
    }
}
