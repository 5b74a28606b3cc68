package org.hejie.referral;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A referral as its partner sees it. It names nobody.
 *
 * @param text         what was sent, of those the centre sent
 * @param undisputed   无争议事实 of a mediation that failed
 * @param confirmation what a court needs to confirm an agreement; null without one
 */
public record PartnerView(ReferralReceipt receipt, Direction direction, String kind, @Nullable OffsetDateTime signedAt,
        @Nullable OffsetDateTime answeredAt, @Nullable Outcome outcome, @Nullable String agreementNo, @Nullable Boolean performed,
        @Nullable String text, @Nullable String undisputed, @Nullable String answer, @Nullable ConfirmationPackage confirmation) {

    /** 司法确认材料: numbers of the agreement; the papers lie in the matter's dossier. */
    public record ConfirmationPackage(String agreementNo, @Nullable LocalDate signedOn, @Nullable BigDecimal total, int obligations, int performed) {
    }
}
