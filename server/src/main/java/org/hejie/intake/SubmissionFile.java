package org.hejie.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hejie.matter.SafetyFact;
import org.jspecify.annotations.Nullable;

/**
 * A submission as the page shows on which a clerk compares it with the matter of its number.
 *
 * @param told       what it says; null unless it waits or waited to be settled
 * @param known      what the matter of its number or key says; null when there is none in the scope
 * @param conflicts  others that came under the same number with other content, settled ones included
 * @param settlement what was decided; null when nothing was
 * @param outcomes   what the reader may decide now
 */
public record SubmissionFile(SubmissionRow submission, @Nullable Told told, @Nullable KnownMatter known, List<SubmissionRow> conflicts,
        @Nullable Settled settlement, List<Settlement.Outcome> outcomes) {

    public SubmissionFile {
        conflicts = List.copyOf(conflicts);
        outcomes = List.copyOf(outcomes);
    }

    /** The matter that holds the number, and what it says. */
    public record KnownMatter(long matterId, String matterCode, String status, Told told) {
    }

    /**
     * What was told, people masked.
     *
     * @param category second-level code; null where the line gave none
     * @param amount   yuan
     */
    public record Told(@Nullable String title, @Nullable String facts, @Nullable String category, @Nullable String place,
            @Nullable String areaCode, @Nullable Instant reportedAt, @Nullable LocalDate occurredOn,
            @Nullable BigDecimal amount, @Nullable Integer people, List<ToldPerson> parties,
            List<SafetyFact> safety) {

        public Told {
            parties = List.copyOf(parties);
            safety = List.copyOf(safety);
        }

        @Override
        public String toString() {
            return "Told[content hidden]";
        }
    }

    /** Somebody named in it, masked. */
    public record ToldPerson(String role, String kind, String name, @Nullable String documentNumber, @Nullable String phone,
            @Nullable String address) {
    }

    /** @param byName name of the clerk, as the house knows him */
    public record Settled(Settlement.Outcome outcome, @Nullable String reason, Instant at, long by, @Nullable String byName) {
    }
}
