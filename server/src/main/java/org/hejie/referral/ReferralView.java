package org.hejie.referral;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A referral with all that belongs to it.
 *
 * @param text        what the centre wrote with it, of those it sent
 * @param dates       the petition's own dates; null for other partners
 * @param steps       what was done with it, the first first
 * @param conflicts   when the number came again with other content that nobody has settled
 * @param agreementNo of the answer; before it, of the mediation's agreement that is signed
 * @param may         what the reader may do now
 */
public record ReferralView(long id, PartnerSystem system, Direction direction, @Nullable String outsideNo, @Nullable String docNo,
        ReferralKind kind, ReferralState state, @Nullable Long matterId, @Nullable String matterCode, @Nullable String matterTitle,
        @Nullable String cause, @Nullable BigDecimal amount, @Nullable Integer people, boolean bothConsent, @Nullable String consentProof,
        @Nullable String text, Instant sentAt, Instant receivedAt, Instant signBy, @Nullable Instant signedAt, Instant dueAt,
        @Nullable Instant dueFirstAt, boolean overdue, @Nullable LocalDate partnerDueOn, @Nullable PetitionDates dates,
        @Nullable Outcome outcome, @Nullable String agreementNo, @Nullable String undisputed, @Nullable String answer,
        @Nullable String reason, @Nullable String reasonText, @Nullable Instant endedAt, List<ReferralStep> steps, List<Instant> conflicts,
        @Nullable Long mediationId, int version, Set<Deed> may) {

    /** Keeps copies; what may be done keeps its order, what is to be done first comes first. */
    public ReferralView {
        steps = List.copyOf(steps);
        conflicts = List.copyOf(conflicts);
        may = may.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(may));
    }

    /** 15, 60 and 60 + 30 days. Source: 信访工作条例 arts. 22, 34, to be verified. */
    public record PetitionDates(LocalDate transferOn, LocalDate handleOn, LocalDate lastOn) {
    }

    /** What was done. @param by name of who did it; null for a system */
    public record ReferralStep(String act, Instant at, @Nullable String by, @Nullable String reason, @Nullable String note) {
    }

    /** What may be done. */
    public enum Deed {
        /** 核对: of two contents that came under its number one is taken, by the centre. */
        SETTLE,
        /** 签收, by the centre. */
        SIGN,
        /** 退回, by the centre. */
        DECLINE,
        /** 延期. */
        EXTEND,
        /** 答复, by the centre. */
        ANSWER,
        /** 撤回: by whoever sent it. */
        WITHDRAW,
        /** 程序转换. */
        CHANGE,
        /** 对方签收. */
        PARTNER_SIGN,
        /** 对方答复. */
        PARTNER_ANSWER,
        /** 对方退回. */
        PARTNER_DECLINE
    }
}
