package org.hejie.routing;

import org.hejie.matter.procedure.Wording;

/**
 * A rule that matches.
 *
 * @param decision what it is about
 * @param id its number in the rules, such as {@code R12}
 * @param outcome what it says, in the words of the table
 * @param reason why, in both languages
 * @param applied whether the suggestion follows it: it is the first that matches
 */
public record MatchedRule(RoutingDecision decision, String id, String outcome, Wording reason, boolean applied) {}
