package org.hejie.rules;

import java.time.Instant;
import java.util.Optional;

/** Picks the version of a set that counts at a time. */
public final class NewestInForce {

    private NewestInForce() {
    }

    /** The approved version whose time came last; empty where none has come. */
    public static Optional<ApprovedText> of(RulesInForce rules, RuleSet set, Instant now) {
        return rules.approved(set.kind()).stream()
                .filter(version -> version.set().equals(set) && !version.effectiveAt().isAfter(now))
                .reduce((earlier, later) -> later);
    }
}
