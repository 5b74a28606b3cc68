package org.hejie.matter.procedure;

import org.hejie.calendar.Limit;

/**
 * How far a clock may be extended.
 *
 * @param times how often, at least once
 * @param upTo the longest single extension
 * @param basis its source
 */
public record ExtensionRule(int times, Limit upTo, Basis basis) {

    /** @throws IllegalArgumentException when it may not be extended even once */
    public ExtensionRule {
        if (times < 1) {
            throw new IllegalArgumentException("an extension rule allows at least one extension");
        }
    }
}
