package org.hejie.rules;

import java.util.List;

/** The approved versions, for the modules that go by them. */
public interface RulesInForce {

    /** Every approved version of a kind, also those that are not in force yet or no longer, by set and time.
     * Empty until the first start has kept what is shipped. */
    List<ApprovedText> approved(RuleKind kind);
}
