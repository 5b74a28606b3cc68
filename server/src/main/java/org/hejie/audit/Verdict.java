package org.hejie.audit;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a verification.
 *
 * @param tables what was recomputed, table by table
 * @param seals  how many seals were recomputed
 * @param fault  the first thing found wrong; null when all is sound
 * @param took   how long it took
 */
public record Verdict(List<Table> tables, long seals, @Nullable Fault fault, Duration took) {

    /**
     * What was recomputed of one table.
     *
     * @param name   the table with its schema
     * @param chains chains seen
     * @param rows   rows seen
     */
    public record Table(String name, long chains, long rows) {}

    /** Copies the list. */
    public Verdict {
        tables = List.copyOf(tables);
    }

    /** Whether nothing was found wrong. */
    public boolean sound() {
        return fault == null;
    }
}
