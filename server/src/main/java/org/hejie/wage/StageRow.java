package org.hejie.wage;

/** The claims of a stage and what they sum up to. @param id the stage */
public record StageRow(Stage id, int claims, Sums sums) {
}
