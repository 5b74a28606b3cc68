package org.hejie.mediation;

import java.time.Instant;
import org.hejie.matter.MatterId;

/** An obligation of an agreement was not kept by its day: a signal, and a reason to visit. */
public record ObligationDefaulted(MatterId matter, long agreement, int position, Instant at) {
}
