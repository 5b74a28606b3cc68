package org.hejie.matter.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A card as lists show it.
 *
 * @param rule        code of the rule that drew it; null where a person issued it
 * @param replyBy     until when the unit may answer
 * @param late        whether that has passed without an answer
 * @param issuedBy    by name; null for the system
 * @param responsible who answers for it at the unit, by name; null before the unit has named him
 */
public record CardRow(long id, long matterId, String matterCode, String matterTitle, CardUnit unit, CardLevel level,
        CardOrigin origin, @Nullable String rule, CardState state, String reason, String required, Instant issuedAt,
        @Nullable String issuedBy, Instant replyBy, boolean late, @Nullable Long responsibleId, @Nullable String responsible,
        int version) {

    /** A unit with its names. */
    public record CardUnit(long id, String name, @Nullable String nameEn) {
    }
}
