package org.hejie.subsidy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.hejie.matter.procedure.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A claim as lists show it. Nothing of it tells who was in dispute; the matter's title is left out.
 *
 * @param mediator name of the member of staff
 * @param category name of the matter's category, which stands for its title
 * @param amount   yuan
 * @param flagged  whether it may be part of another dispute
 * @param objected whether an objection waits
 */
public record SubsidyRow(long id, long mediationId, long matterId, String matterCode, Wording category, String mediator, String committee,
        Band band, boolean oral, int points, BigDecimal amount, SubsidyState state, boolean flagged, boolean objected, Instant claimedAt,
        @Nullable LocalDate paidOn) {

    /** Difficulty. */
    public enum Band {
        /** 疑难. */
        HARD,
        /** 一般. */
        ORDINARY,
        /** 简易. */
        SIMPLE
    }
}
