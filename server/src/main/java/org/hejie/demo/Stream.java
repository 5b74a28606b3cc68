package org.hejie.demo;

import org.hejie.matter.SourceLine;

/** What flows in: the eight lines, and the hazards that grid workers find, which are no disputes. */
enum Stream {
    COURT(SourceLine.COURT),
    POLICE(SourceLine.POLICE),
    PETITION(SourceLine.PETITION),
    HOTLINE(SourceLine.HOTLINE),
    GRID(SourceLine.GRID),
    CITIZEN(SourceLine.CITIZEN),
    SUPERIOR(SourceLine.SUPERIOR),
    WINDOW(SourceLine.WINDOW),
    HAZARD(SourceLine.GRID);

    private final SourceLine line;

    Stream(SourceLine line) {
        this.line = line;
    }

    SourceLine line() {
        return line;
    }
}
