package org.hejie.matter.list;

import java.time.Instant;
import org.hejie.matter.MatterDetail.Named;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.SourceLine;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list of matters: no facts and nobody's name.
 *
 * @param unit              the unit that leads
 * @param homeUnit          the smallest unit its place lies in
 * @param dueAt             the next deadline of a clock that ticks
 * @param dueClock          the key of that clock in the procedure
 * @param paused            whether it is suspended
 * @param risk              {@code RED} or nothing
 * @param riskCheckRequired whether somebody has to assess the risk
 * @param returns           how often units have given it back since it was last opened
 */
record MatterRow(
        long id,
        String code,
        String title,
        MatterStatus status,
        SourceLine line,
        Named category,
        @Nullable Named area,
        @Nullable Named unit,
        @Nullable Named homeUnit,
        @Nullable Instant dueAt,
        @Nullable Instant amberAt,
        @Nullable String dueClock,
        boolean overdue,
        boolean paused,
        @Nullable String risk,
        boolean riskCheckRequired,
        int returns,
        Instant registeredAt,
        @Nullable Instant closedAt,
        int version) {
}
