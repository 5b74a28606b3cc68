package org.hejie.wage;

import org.hejie.matter.MatterId;

/** A clue went to the procuratorate. Published in its transaction; ids only. */
public record WageClueSent(long clue, long claim, MatterId matter) {
}
