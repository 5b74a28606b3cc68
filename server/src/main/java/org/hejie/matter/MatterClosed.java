package org.hejie.matter;

import java.time.Instant;
import org.hejie.matter.procedure.ProcedureId;

/**
 * A matter has been closed: follow-up visits fall due from now on. Ids, codes and times only.
 *
 * @param county   six digits
 * @param closedAt the true time
 */
public record MatterClosed(MatterId id, MatterCode code, String county, ProcedureId procedure, int procedureVersion,
        boolean redRisk, Instant closedAt) {
}
