package org.hejie.mediation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a resident sees of the mediation of the matter followed: nothing of the other side but what both agreed to, nothing
 * that was said back to back.
 *
 * @param papers codes of papers that can be taken, masked
 */
public record ResidentMediation(MediationCase.@Nullable State state, @Nullable LocalDate dueOn, List<ResidentSitting> sessions,
        @Nullable String agreementNumber, @Nullable LocalDate signedOn, List<ResidentDuty> obligations, List<String> papers,
        @Nullable ResidentSeal seal) {

    /**
     * A session to which the parties are invited together.
     *
     * @param mayAnswer whether the resident may still say that it suits, or ask for another time
     */
    public record ResidentSitting(long id, MediationSessionRow.Kind kind, Instant startsAt, Instant endsAt, @Nullable String room,
            @Nullable String roomEn, @Nullable String place, MediationSessionRow.State state, @Nullable SessionWish wish, boolean mayAnswer) {
    }

    /** The committee's electronic seal on the agreement. @param subject whose, by its certificate */
    public record ResidentSeal(String subject, String serial, Instant at) {
    }

    /** What is owed under the signed agreement. */
    public record ResidentDuty(int position, Obligation.Kind kind, @Nullable BigDecimal amount, LocalDate dueOn, String method,
            Obligation.Status status) {
    }

    /** Keeps copies. */
    public ResidentMediation {
        sessions = List.copyOf(sessions);
        obligations = List.copyOf(obligations);
        papers = List.copyOf(papers);
    }
}
