package org.hejie.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hejie.matter.SafetyFact;
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
 * @param safety     what endangers somebody
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
        @Nullable List<SubmittedParty> parties,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Set<SafetyFact> safety) {

    /** Brings the safety facts to one order; none is as good as unknown, so that what was sent before stays the same. */
    public Submission {
        safety = safety == null || safety.isEmpty() ? null : Collections.unmodifiableSet(EnumSet.copyOf(safety));
    }

    /** A submission that tells of nothing dangerous. */
    public Submission(@Nullable String outsideNo, @Nullable OffsetDateTime reportedAt, @Nullable String category,
            @Nullable String title, @Nullable String facts, @Nullable String place, @Nullable String areaCode,
            @Nullable String gridCode, @Nullable Double lon, @Nullable Double lat, @Nullable LocalDate occurredOn,
            @Nullable BigDecimal amount, @Nullable Integer people, @Nullable List<SubmittedParty> parties) {
        this(outsideNo, reportedAt, category, title, facts, place, areaCode, gridCode, lon, lat, occurredOn, amount, people,
                parties, null);
    }

    @Override
    public String toString() {
        return "Submission[content hidden]";
    }
}
