package org.hejie.matter.procedure;

import org.hejie.calendar.Limit;

/**
 * How long something may take, and why.
 *
 * @param limit the span, in the calendar's notation
 * @param basis its source
 */
public record TimeLimit(Limit limit, Basis basis) {}
