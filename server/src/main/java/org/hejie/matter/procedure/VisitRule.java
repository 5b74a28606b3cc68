package org.hejie.matter.procedure;

/**
 * A follow-up visit that falls due after closing.
 *
 * @param key its name in the procedure, such as {@code first}
 * @param afterClosing how long after closing
 */
public record VisitRule(String key, TimeLimit afterClosing) {}
