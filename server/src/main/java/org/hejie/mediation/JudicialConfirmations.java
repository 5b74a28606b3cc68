package org.hejie.mediation;

import java.time.LocalDate;
import java.util.List;
import org.hejie.dossier.Dossiers.Slot;
import org.hejie.dossier.PaperPackages.Packed;
import org.jspecify.annotations.Nullable;

/**
 * 司法确认: a court confirms an agreement, which can then be enforced. Source: People's Mediation Law, art. 33. Changes throw as
 * those of {@link Mediations} do, and WRONG_STATE for an agreement that is not signed.
 */
public interface JudicialConfirmations {

    /**
     * Both parties ask a court to confirm it.
     *
     * @throws org.hejie.shared.web.Problem INVALID_FIELDS with {@code bothParties}; RULE_REFUSED with CONFIRMATION_LATE after the
     *         30th day, CONFIRMATION_IDENTITY for relations a court does not confirm
     */
    void apply(long agreement, LocalDate on, String court, boolean bothParties);

    /**
     * What the court wants to see, and what of it is there: application, agreement, proof of identity, of authority, of property.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope; otherwise as {@link #apply}
     */
    List<Slot> papers(long agreement);

    /**
     * These papers bound into one PDF; its hash stands in the matter's history.
     *
     * @param court    to which it goes
     * @param delivery address and phone where the parties are served; null for those known of each party
     * @throws org.hejie.shared.web.Problem as {@link #apply} and {@link org.hejie.dossier.PaperPackages#bind};
     *         INVALID_FIELDS naming {@code delivery} if a party has no address or phone and none was typed
     */
    Packed pack(long agreement, String court, @Nullable String delivery);

    /** What the court answered. */
    void answer(long agreement, AgreementView.Answer answer, LocalDate on, @Nullable String documentNo);
}
