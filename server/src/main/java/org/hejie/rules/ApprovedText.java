package org.hejie.rules;

import java.time.Instant;

/**
 * A version that is or will be in force.
 *
 * @param id its number among all versions
 * @param set what it is a version of
 * @param number counted from 1 within the set
 * @param text what it says
 * @param effectiveAt from when on
 */
public record ApprovedText(long id, RuleSet set, int number, String text, Instant effectiveAt) {
}
