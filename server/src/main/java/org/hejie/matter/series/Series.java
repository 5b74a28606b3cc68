package org.hejie.matter.series;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A series with those of its matters that lie in the reader's scope.
 *
 * @param leadMatterId the matter by which the others are planned
 * @param members      the lead first, then by registration
 * @param hidden       how many matters lie outside the reader's scope
 */
public record Series(long id, String name, long leadMatterId, Instant madeAt, @Nullable String madeBy, List<Member> members,
        int hidden) {

    /** Keeps a copy of the members. */
    public Series {
        members = List.copyOf(members);
    }

    /**
     * One matter of it.
     *
     * @param leadUnitId the unit that handles it, null before it is dispatched
     * @param dueAt      its next deadline
     * @param reason     why it belongs to the series
     */
    public record Member(long matterId, String code, String title, String status, String line, @Nullable Long leadUnitId,
            Instant registeredAt, @Nullable Instant dueAt, boolean lead, String reason, Instant joinedAt,
            @Nullable String joinedBy) {
    }
}
