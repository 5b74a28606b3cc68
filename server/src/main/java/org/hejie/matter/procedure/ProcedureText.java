package org.hejie.matter.procedure;

/**
 * The text of a procedure, not yet read.
 *
 * @param file where it stands, for messages
 * @param yaml the text
 */
public record ProcedureText(String file, String yaml) {}
