package org.hejie.mediation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as its page and its print show it.
 *
 * @param confirmUntil  last day of the joint application for judicial confirmation; null before it is signed
 * @param confirmable   whether the law lets a court confirm it: identity, adoption and marriage relations are not
 */
public record AgreementView(AgreementRow agreement, long matterId, String matterCode, String matterTitle, String committee,
        @Nullable String mediator, String facts, String terms, @Nullable LocalDate effectiveOn, @Nullable Long documentId,
        @Nullable String voidWhy, List<MediationCase.CaseParty> parties, List<Obligation> obligations, boolean confirmable,
        @Nullable LocalDate confirmUntil, @Nullable Confirmation confirmation, int version, boolean may) {

    /** The court's answer, if there is one. */
    public record Confirmation(LocalDate appliedOn, String court, @Nullable Answer answer, @Nullable LocalDate answeredOn,
            @Nullable String documentNo) {
    }

    /** What a court answers. */
    public enum Answer {
        /** 裁定确认有效. */
        CONFIRMED,
        /** 驳回. */
        REFUSED,
        /** 不予受理. */
        NOT_ACCEPTED
    }

    /** Keeps copies. */
    public AgreementView {
        parties = List.copyOf(parties);
        obligations = List.copyOf(obligations);
    }
}
