package org.hejie.mediation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a resident sees of the mediation of the matter followed: nothing of the other side but what both agreed to, nothing
 * that was said back to back.
 */
public record ResidentMediation(MediationCase.@Nullable State state, @Nullable LocalDate dueOn, List<ResidentSitting> sessions,
        @Nullable String agreementNumber, @Nullable LocalDate signedOn, List<ResidentDuty> obligations) {

    /** A session to which the parties are invited together. */
    public record ResidentSitting(long id, MediationSessionRow.Kind kind, Instant startsAt, Instant endsAt, @Nullable String room,
            @Nullable String roomEn, @Nullable String place, MediationSessionRow.State state) {
    }

    /** What is owed under the signed agreement. */
    public record ResidentDuty(int position, Obligation.Kind kind, @Nullable BigDecimal amount, LocalDate dueOn, String method,
            Obligation.Status status) {
    }

    /** Keeps copies. */
    public ResidentMediation {
        sessions = List.copyOf(sessions);
        obligations = List.copyOf(obligations);
    }
}
