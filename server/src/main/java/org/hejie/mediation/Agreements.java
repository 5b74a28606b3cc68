package org.hejie.mediation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hejie.dossier.Dossiers.Slot;
import org.hejie.dossier.PaperPackages.Packed;
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

    /**
     * Both parties ask a court to confirm it.
     *
     * @throws org.hejie.shared.web.Problem INVALID_FIELDS with {@code bothParties}; RULE_REFUSED with CONFIRMATION_LATE after the
     *         30th day, CONFIRMATION_IDENTITY for relations a court does not confirm
     */
    void applyForConfirmation(long agreement, LocalDate on, String court, boolean bothParties);

    /**
     * What the court wants to see, and what of it is there: application, agreement, proof of identity, of authority, of property.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope; otherwise as {@link #applyForConfirmation}
     */
    List<Slot> confirmationPapers(long agreement);

    /**
     * These papers bound into one PDF; its hash stands in the matter's history.
     *
     * @param court    to which it goes
     * @param delivery address and phone where the parties are served; null for those known of each party
     * @throws org.hejie.shared.web.Problem as {@link #applyForConfirmation} and {@link org.hejie.dossier.PaperPackages#bind};
     *         INVALID_FIELDS naming {@code delivery} if a party has no address or phone and none was typed
     */
    Packed confirmationPackage(long agreement, String court, @Nullable String delivery);

    /** What the court answered. */
    void answerConfirmation(long agreement, AgreementView.Answer answer, LocalDate on, @Nullable String documentNo);

    /** One, if its matter lies in the scope. */
    Optional<AgreementView> find(long agreement);
}
