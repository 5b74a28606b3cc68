package org.hejie.subsidy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hejie.shared.web.Page;
import org.hejie.subsidy.SubsidyClaim.Ground;
import org.hejie.subsidy.SubsidyClaim.Step;
import org.jspecify.annotations.Nullable;

/**
 * Claims and the decisions on them. Each change is an event in the matter's history. Changes throw NOT_FOUND outside the
 * scope, FORBIDDEN, and WRONG_STATE where the claim stands elsewhere.
 */
public interface SubsidyClaims {

    /**
     * Claims the subsidy for a mediation; points and amount are reckoned then and stay.
     *
     * @throws org.hejie.shared.web.Problem RULE_REFUSED {@code SUBSIDY_NOT_ARCHIVED}, {@code SUBSIDY_NOT_PERFORMED},
     *         {@code SUBSIDY_NOT_FILED} for a mediator without filing; ALREADY_EXISTS {@code SUBSIDY_CLAIM}
     */
    long claim(long mediation);

    /**
     * Decides at one step.
     *
     * @param why needed to refuse, and to pass what may be a part of another dispute
     * @throws org.hejie.shared.web.Problem FORBIDDEN {@code SUBSIDY_SECOND_PERSON} for the claimant, the mediator and whoever
     *         decided before; RULE_REFUSED {@code SUBSIDY_POINTS} below the fewest points; 400 on {@code why}
     */
    void decide(long claim, int seen, Step step, boolean passed, @Nullable String why);

    /** Records an objection of the public. @return its number. @throws org.hejie.shared.web.Problem RULE_REFUSED {@code SUBSIDY_OBJECTION_LATE} */
    long object(long claim, Ground ground);

    /** Answers one; upheld, the claim is refused. */
    void answer(long objection, boolean upheld, @Nullable String answer);

    /** One claim, if its matter lies in the scope. */
    Optional<SubsidyClaim> find(long claim);

    /** Claims in the scope, the newest first. @param list those on a public list; @param batch those in a batch */
    Page<SubsidyRow> list(Chosen chosen, @Nullable String cursor, int limit);

    /** Which claims. */
    record Chosen(@Nullable SubsidyState state, boolean mine, @Nullable Long list, @Nullable Long batch) {
    }

    /** Mediations of the reader, or of the scope, for which a claim can be made now. At most 100, the latest first. */
    List<Claimable> claimable();

    /** A mediation that nobody has claimed for. */
    record Claimable(long mediationId, long matterId, String matterCode, String agreementNo, @Nullable String mediator) {
    }

    /** The claims of the scope by state, every state. */
    List<StateSum> sums();

    /** @param id the state; @param amount yuan */
    record StateSum(SubsidyState id, int claims, BigDecimal amount) {
    }
}
