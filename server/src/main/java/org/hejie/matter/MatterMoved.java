package org.hejie.matter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A matter has moved. Published for every act, so only for listeners inside the transaction; what is handled after it
 * has an event of its own ({@link MatterClosed}), because each of those is stored until it is handled. Ids, codes and
 * times only.
 *
 * @param county   six digits
 * @param from     null when it has just been registered
 * @param lead     the unit that leads now
 * @param at       the true time of the act
 * @param line     the door it came in by
 * @param outsideNo the line's own number, if it gave one: only then does the line wait for an answer
 * @param result   how the handling ended, once the unit has said so
 * @param master   whether other matters were merged into it before: only then somebody else's number may wait for an answer
 */
public record MatterMoved(MatterId id, MatterCode code, String county, MatterAction action, @Nullable MatterStatus from,
        MatterStatus to, @Nullable Long lead, Instant at, SourceLine line, @Nullable String outsideNo,
        @Nullable ResultKind result, boolean master) {
}
