package org.hejie.matter.supervision;

import java.time.Instant;
import org.hejie.matter.MatterId;
import org.hejie.org.UnitId;

/**
 * A unit that was called to a joint session did not come (吹哨未到). Published by whoever keeps the attendance, inside its
 * transaction; the rules of supervision are held against it. Ids and times only.
 *
 * @param session number of the session
 */
public record CalledUnitAbsent(MatterId matter, UnitId unit, long session, Instant at) {
}
