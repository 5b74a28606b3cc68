package org.hejie.referral;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hejie.intake.SubmittedParty;
import org.hejie.matter.SafetyFact;
import org.jspecify.annotations.Nullable;

/**
 * A referral on its way in: one form for all four partners. Source: domain.md §5.4.
 *
 * @param outsideNo    the partner's number, such as a case or alarm number; sending it twice refers once
 * @param docNo        number of the paper, 委派函
 * @param kind         code of the rules, such as {@code APPOINTED}
 * @param sentAt       when the partner sent it; null means now
 * @param cause        案由
 * @param claims       诉求
 * @param category     second-level code of our taxonomy; null where the partner knows none
 * @param amount       yuan
 * @param people       how many are involved
 * @param bothConsent  whether both parties agreed
 * @param consentProof how that is known: a paper's name or number
 * @param dueOn        by when the partner asks for an answer; kept beside our own limit
 * @param registeredOn 信访登记日
 * @param acceptedOn   信访受理日
 * @param safety       what endangers somebody
 * @param exclusions   codes of the rules that stand against taking it
 * @param matterCode   the matter it belongs to, where the partner knows
 */
public record Envelope(@Nullable String outsideNo, @Nullable String docNo, @Nullable String kind, @Nullable OffsetDateTime sentAt,
        @Nullable String cause, @Nullable String title, @Nullable String facts, @Nullable String claims, @Nullable String category,
        @Nullable String place, @Nullable String areaCode, @Nullable BigDecimal amount, @Nullable Integer people,
        @Nullable List<SubmittedParty> parties, @Nullable Boolean bothConsent, @Nullable String consentProof, @Nullable LocalDate dueOn,
        @Nullable LocalDate registeredOn, @Nullable LocalDate acceptedOn, @Nullable Set<SafetyFact> safety, @Nullable Set<String> exclusions,
        @Nullable String matterCode) {

    /** Brings sets to one order, so that the same content stays the same. */
    public Envelope {
        safety = safety == null ? Set.of() : new TreeSet<>(safety);
        exclusions = exclusions == null ? Set.of() : new TreeSet<>(exclusions);
    }

    @Override
    public String toString() {
        return "Envelope[content hidden]";
    }
}
