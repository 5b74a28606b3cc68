package org.hejie.matter.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A card a rule suggests; a named person issues it or dismisses it.
 *
 * @param follows the unanswered card it would follow; null for none
 */
public record CardSuggestion(long id, long matterId, String matterCode, String matterTitle, CardRow.CardUnit unit, CardLevel level,
        String rule, @Nullable Long follows, Instant suggestedAt) {
}
