package org.hejie.rules;

import java.time.Instant;

/**
 * A trial that was kept with every matter it counts.
 *
 * @param id its number
 * @param version the version that was tried, as its text is now
 * @param triedBy the member of staff in whose scope it was tried
 * @param at when it was done
 * @param shown what it showed
 */
public record KeptTrial(long id, long version, long triedBy, Instant at, Trial shown) {
}
