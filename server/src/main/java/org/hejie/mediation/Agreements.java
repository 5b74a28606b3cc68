package org.hejie.mediation;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Agreements reached in mediation, and whether they are kept. Changes throw as those of {@link Mediations} do. */
public interface Agreements {

    /**
     * Draws one up under the next number of its committee and year; a voided one keeps its number.
     *
     * @throws org.hejie.shared.web.Problem INVALID_FIELDS naming sums that do not add up ({@code total}), dates before today
     *         and people who are no party; ALREADY_EXISTS beside another that is not void
     */
    long draw(long mediation, AgreementDraft draft);

    /** Writes a draft anew. @throws org.hejie.shared.web.Problem STALE; WRONG_STATE once signed */
    int rewrite(long agreement, int seen, AgreementDraft draft);

    /**
     * Signed by all on that day. A written one takes effect then, with the scan of its signatures; an oral one when agreed
     * (arts. 29, 30). Ends the mediation as agreed and puts the paper into the matter's file.
     *
     * @param scan the signed paper; null for an oral agreement alone
     */
    void sign(long agreement, int seen, LocalDate signedOn, @Nullable Long scan);

    /** Voids a draft. */
    void cancel(long agreement, int seen, String why);

    /** An obligation was kept on that day. @param voucher a file; null for none */
    void perform(long agreement, int position, LocalDate on, @Nullable Long voucher);

    /** One, if its matter lies in the scope. */
    Optional<AgreementView> find(long agreement);
}
