package org.hejie.referral;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.hejie.matter.SafetyFact;
import org.jspecify.annotations.Nullable;

/**
 * Other content that came under a known number, beside what the referral says now.
 *
 * @param now      what the referral says; null once settled
 * @param other    what came later; null once settled
 * @param differs  names of the fields that differ, personal data compared before it is masked
 * @param decision null while it waits
 * @param by       name of who decided
 */
public record ReferralConflict(long id, Instant receivedAt, @Nullable ConflictVersion now, @Nullable ConflictVersion other, List<String> differs,
        @Nullable Decision decision, @Nullable String reason, @Nullable Instant settledAt, @Nullable String by) {

    /** Keeps a copy. */
    public ReferralConflict {
        differs = List.copyOf(differs);
    }

    /** Which of both holds from then on. */
    public enum Decision {
        /** 以后来的为准. */
        TAKEN,
        /** 以原来的为准. */
        KEPT
    }

    /**
     * What one of them says, people masked; null what it does not say.
     *
     * @param kind       code of the rules
     * @param exclusions codes of the rules
     */
    public record ConflictVersion(@Nullable String docNo, @Nullable String kind, @Nullable OffsetDateTime sentAt, @Nullable String cause,
            @Nullable String title, @Nullable String facts, @Nullable String claims, @Nullable String category, @Nullable String place,
            @Nullable String areaCode, @Nullable BigDecimal amount, @Nullable Integer people, List<ConflictParty> parties,
            @Nullable Boolean bothConsent, @Nullable String consentProof, @Nullable LocalDate dueOn, @Nullable LocalDate registeredOn,
            @Nullable LocalDate acceptedOn, Set<SafetyFact> safety, Set<String> exclusions, @Nullable String matterCode) {

        @Override
        public String toString() {
            return "ConflictVersion[content hidden]";
        }
    }

    /** Somebody it names, masked. */
    public record ConflictParty(String role, @Nullable String name, @Nullable String documentNumber, @Nullable String phone, @Nullable String address) {

        @Override
        public String toString() {
            return "ConflictParty[hidden]";
        }
    }
}
