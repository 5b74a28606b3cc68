package org.hejie.matter.supervision;

import org.jspecify.annotations.Nullable;

/**
 * How cards went at one unit, or with one person responsible.
 *
 * @param id         of the unit or the person
 * @param open       not settled
 * @param late       open, and the unit's answer is overdue now
 * @param answered   of those not recalled, answered or overdue: the base of the rate
 * @param inTime     of these, answered in time
 * @param rank       by the rate, among units with at least {@link #LEAST_TO_RANK} cards; null otherwise, and for people always
 */
public record BoardRow(long id, String name, @Nullable String nameEn, int issued, int open, int late, int accepted,
        int recalled, int answered, int inTime, @Nullable Integer rank) {

    /** A unit is ranked from so many cards on. Source: domain.md §6.3. */
    public static final int LEAST_TO_RANK = 10;
}
