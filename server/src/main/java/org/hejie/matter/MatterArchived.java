package org.hejie.matter;

import java.time.Instant;

/**
 * A matter has been archived. Ids, codes and times only.
 *
 * @param county six digits
 * @param at     the true time
 */
public record MatterArchived(MatterId id, MatterCode code, String county, Instant at) {
}
