package org.hejie.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line sends: one trouble as that line knows it, not yet looked at.
 *
 * @param outsideNo  the line's own number; sending it twice registers once
 * @param reportedAt when it was reported to the line; null means now
 * @param category   second-level code of our taxonomy; null where the line knows none
 * @param title      up to 100 characters; null: the beginning of the facts
 * @param facts      up to 8,000 characters
 * @param place      where, in the line's words
 * @param areaCode   6, 9 or 12 digits
 * @param lon        WGS 84 degrees, with {@code lat}
 * @param amount     yuan
 * @param people     how many are involved
 */
public record Submission(
        @Nullable String outsideNo,
        @Nullable OffsetDateTime reportedAt,
        @Nullable String category,
        @Nullable String title,
        @Nullable String facts,
        @Nullable String place,
        @Nullable String areaCode,
        @Nullable String gridCode,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable LocalDate occurredOn,
        @Nullable BigDecimal amount,
        @Nullable Integer people,
        @Nullable List<SubmittedParty> parties) {

    @Override
    public String toString() {
        return "Submission[content hidden]";
    }
}
