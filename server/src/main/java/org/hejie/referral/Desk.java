package org.hejie.referral;

import java.util.List;

/**
 * A partner's desk in figures; each opens its rows.
 *
 * @param agreed  answered with an agreement
 * @param decided answered with an agreement or without one
 */
public record Desk(PartnerSystem system, List<DeskCount> columns, long agreed, long decided) {

    /** Keeps a copy. */
    public Desk {
        columns = List.copyOf(columns);
    }

    /** How many stand in a column. */
    public record DeskCount(Column column, long count) {
    }
}
