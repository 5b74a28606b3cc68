package org.hejie.referral;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A referral as its partner sees it. It names nobody.
 *
 * @param text         what was sent, of those the centre sent
 * @param undisputed   无争议事实 of a mediation that failed
 * @param confirmation what a court needs to confirm an agreement; null without one
 * @param settled      what was decided where the number came again with other content, the earliest first; of one referral alone, empty in lists
 */
public record PartnerView(ReferralReceipt receipt, Direction direction, String kind, @Nullable OffsetDateTime signedAt,
        @Nullable OffsetDateTime answeredAt, @Nullable Outcome outcome, @Nullable String agreementNo, @Nullable Boolean performed,
        @Nullable String text, @Nullable String undisputed, @Nullable String answer, @Nullable ConfirmationPackage confirmation,
        List<SettledConflict> settled) {

    /** Keeps a copy. */
    public PartnerView {
        settled = List.copyOf(settled);
    }

    /** Other content under this number, settled: the later one was taken, or the earlier one kept. @param reason in words */
    public record SettledConflict(OffsetDateTime receivedAt, ReferralConflict.Decision decision, String reason, OffsetDateTime settledAt) {
    }

    /** 司法确认材料: numbers of the agreement; the papers lie in the matter's dossier. */
    public record ConfirmationPackage(String agreementNo, @Nullable LocalDate signedOn, @Nullable BigDecimal total, int obligations, int performed) {
    }
}
