package org.hejie.matter.procedure;

/**
 * Why a rule is as it is: the article of a law, a standard, or a default of ours.
 *
 * @param key its name in the procedure's file
 * @param text what is shown and printed
 * @param verified false for what has not been compared with the published text; shown as
 *     待核实, to be verified
 */
public record Basis(String key, Wording text, boolean verified) {}
