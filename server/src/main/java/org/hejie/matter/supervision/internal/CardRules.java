package org.hejie.matter.supervision.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hejie.calendar.Limit;
import org.hejie.matter.supervision.CardLevel;
import org.hejie.org.Role;

/**
 * The rules of supervision in force.
 *
 * @param levels of each level, who issues it and by when it is answered
 * @param sample how much of what was declined or guided is looked at
 */
record CardRules(int version, Map<CardLevel, Level> levels, Sample sample, List<CardRule> rules) {

    /** @param reply how long the unit has for its answer */
    record Level(Set<Role> issuers, Limit reply) {
    }

    /** @param share percent of the population, rounded up; @param atLeast that many where there are so many */
    record Sample(int share, int atLeast) {

        int of(int population) {
            return Math.min(population, Math.max(atLeast, Math.ceilDiv(population * share, 100)));
        }
    }

    Level level(CardLevel level) {
        return levels.get(level);
    }

    /** The rules whose condition is of that kind. */
    <T extends CardRule.When> Stream<CardRule> on(Class<T> kind) {
        return rules.stream().filter(rule -> kind.isInstance(rule.when()));
    }
}
