package org.hejie.rules;

import java.time.Instant;
import java.util.List;
import org.hejie.org.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Changing rules, by two people. Whoever holds {@code RULES_DRAFT} drafts; whoever holds {@code RULES_APPROVE} and did not work
 * on the text approves. Versions are no secret inside the house.
 */
public interface Rules {

    /**
     * A rule set, the version in force, what comes, and what is being written.
     *
     * @param zh its name
     * @param en its name in English
     * @param inForce the version that counts now
     * @param coming approved, not yet in force, the next first
     * @param open being written or waiting for approval
     */
    record Standing(RuleSet set, String zh, String en, RuleVersion inForce, List<RuleVersion> coming, List<RuleVersion> open) {
    }

    /** Every rule set. */
    List<Standing> standings();

    /** All versions of a set, the newest first. */
    List<RuleVersion> history(RuleSet set);

    /** @throws org.hejie.shared.web.Problem NOT_FOUND when there is none */
    RuleVersion version(long id);

    /** Whether such rules are tried on past matters before they are submitted. */
    boolean triable(RuleKind kind);

    /** What is wrong with a version as it stands. */
    List<RuleFinding> check(RuleVersion version);

    /** What differs from the version it was drafted from. */
    List<RuleDifference> differences(RuleVersion version);

    /** Begins a draft with the newest approved text. @throws org.hejie.shared.web.Problem WRONG_STATE while another is open */
    RuleVersion draft(Actor by, RuleSet set, String reason);

    /** Writes the text of a draft. @throws org.hejie.shared.web.Problem STALE when somebody was quicker */
    RuleVersion write(Actor by, long id, int revision, String text);

    /**
     * Tries it on past matters in the actor's scope. The trial is {@linkplain Trials kept} in the place of his last; a draft keeps the numbers.
     *
     * @throws org.hejie.shared.web.Problem RULE_REFUSED with errors in it, STALE when its text changed meanwhile
     */
    KeptTrial tryOut(Actor by, long id, int matters);

    /** Hands it to a second person. @throws org.hejie.shared.web.Problem RULE_REFUSED with errors in it, or untried */
    RuleVersion submit(Actor by, long id, String note);

    /** Gives it back to be mended. */
    RuleVersion sendBack(Actor by, long id, String reason);

    /** Approves it for a time; at once where that is null. @throws org.hejie.shared.web.Problem FORBIDDEN for who worked on it, RULE_REFUSED with errors */
    RuleVersion approve(Actor by, long id, @Nullable Instant effectiveAt, String note);

    /** Takes it back before it takes effect. */
    RuleVersion withdraw(Actor by, long id, String reason);

    /** Gives a draft up. */
    RuleVersion discard(Actor by, long id);
}
