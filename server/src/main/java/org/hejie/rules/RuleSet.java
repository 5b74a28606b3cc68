package org.hejie.rules;

import java.util.regex.Pattern;

/**
 * What is versioned as one: the routing tables, one procedure, the categories, one year.
 *
 * @param kind what it is
 * @param name its name among those of the kind, such as {@code dispute} or {@code 2027}
 */
public record RuleSet(RuleKind kind, String name) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** @throws IllegalArgumentException when the name is malformed */
    public RuleSet {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a rule set's name is small letters, digits and hyphens");
        }
    }
}
