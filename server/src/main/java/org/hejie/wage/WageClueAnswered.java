package org.hejie.wage;

/** The procuratorate has answered a clue. Published in its transaction; ids only. */
public record WageClueAnswered(long clue, boolean takenUp) {
}
