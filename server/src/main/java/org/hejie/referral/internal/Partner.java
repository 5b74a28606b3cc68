package org.hejie.referral.internal;

import org.hejie.org.UnitId;
import org.hejie.referral.PartnerSystem;

/**
 * A partner and the unit that stands for it.
 *
 * @param keys who sees what it sends and gets: itself and the county
 */
@SuppressWarnings("ArrayRecordComponent")
record Partner(PartnerSystem system, UnitId unit, Long[] keys) {
}
