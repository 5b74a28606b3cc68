package org.hejie.rules;

/**
 * Told once, on one node, when a version's time has come.
 *
 * @param kind the kind
 * @param name the rule set
 * @param number the version
 */
public record RulesTookEffect(RuleKind kind, String name, int number) {
}
