package org.hejie.matter.procedure;

/**
 * A reason to choose from, as for a return or for declining.
 *
 * @param code stable, such as {@code COMPETENCE}
 * @param name what is shown and printed
 */
public record Reason(String code, Wording name) {}
