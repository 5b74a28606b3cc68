package org.hejie.mediation;

import java.time.Instant;
import org.hejie.matter.MatterId;

/** An obligation that had not been kept by its day was performed after all. */
public record ObligationMadeGood(MatterId matter, long agreement, int position, Instant at) {
}
