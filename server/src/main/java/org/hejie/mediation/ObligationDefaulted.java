package org.hejie.mediation;

import java.time.Instant;
import org.hejie.matter.MatterId;
import org.jspecify.annotations.Nullable;

/**
 * An obligation of an agreement was not kept by its day: a signal, and a reason to visit.
 *
 * @param mediator staff number of the mediator, who goes first; null where there is none any more
 */
public record ObligationDefaulted(MatterId matter, long agreement, int position, @Nullable Long mediator, Instant at) {
}
