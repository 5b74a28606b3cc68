package org.hejie.matter.risk;

import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters.Standing;

/**
 * Red risk is raised by one person at once, and lowered by two with a reason. Raising gives every running clock its limit
 * at red risk, counted from then, where that ends earlier; lowering gives no time back. Each step is an event of the
 * matter.
 *
 * <p>Source: domain.md §5.5 (manual raise immediate, lower needs two people), §5.3 (limits at red risk), §4 (no window
 * clerk sets a level alone).
 */
public interface RiskChecks {

    /** How the matter stands; empty outside the scope. */
    Optional<RiskView> of(MatterId matter);

    /**
     * Keeps what the current actor found; settles the check that a category or a rule required.
     *
     * @param seen the version the actor saw
     * @throws org.hejie.shared.web.Problem NOT_FOUND, STALE, WRONG_STATE when the matter is no longer open, FORBIDDEN, or
     *         RULE_REFUSED with RED_ALREADY
     */
    Standing find(MatterId matter, int seen, RiskFinding finding);

    /**
     * Asks that the matter no longer stand at red risk.
     *
     * @throws org.hejie.shared.web.Problem as {@link #find}; WRONG_STATE unless at red risk, RULE_REFUSED with
     *         LOWERING_ASKED
     */
    Standing askToLower(MatterId matter, int seen, String reason);

    /**
     * Decides what was asked, as another person than asked.
     *
     * @throws org.hejie.shared.web.Problem as {@link #find}; WRONG_STATE when nobody has asked, RULE_REFUSED with
     *         APPROVER_NOT_APPLICANT
     */
    Standing decide(MatterId matter, int seen, boolean granted, String reason);
}
