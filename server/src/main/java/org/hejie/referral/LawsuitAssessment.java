package org.hejie.referral;

import java.util.List;

/**
 * Says what of a lawsuit is worth a look. A bean of an upper module, such as risk, replaces the simple reasons of
 * {@code referral/rules.yaml}.
 */
public interface LawsuitAssessment {

    Assessed of(LawsuitFacts facts);

    /** @param reasons codes; @param rules version by which it was found */
    record Assessed(int points, List<String> reasons, String rules) {

        /** Keeps a copy. */
        public Assessed {
            reasons = List.copyOf(reasons);
        }
    }
}
