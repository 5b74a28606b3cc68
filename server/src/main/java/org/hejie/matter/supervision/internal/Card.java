package org.hejie.matter.supervision.internal;

import java.time.Instant;
import org.hejie.matter.MatterId;
import org.hejie.matter.supervision.CardLevel;
import org.hejie.matter.supervision.CardState;
import org.hejie.org.UnitId;
import org.jspecify.annotations.Nullable;

/** What must be known of a card to do something to it. */
record Card(long id, MatterId matter, UnitId unit, CardLevel level, CardState state, @Nullable Long issuedBy,
        @Nullable Long repliedBy, Instant replyBy, int version) {
}
