package org.hejie.matter;

import java.util.List;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.testing.County;
import org.jspecify.annotations.Nullable;

/** Matters of one town for tests of how they belong together. */
public final class Troubles {

    public static final String TOWN = "620123104";

    private final Matters matters;
    private final Actor clerk;

    public Troubles(Matters matters, County county) {
        this.matters = matters;
        this.clerk = county.window(301);
    }

    public MatterId noise() {
        return told("楼上夜间施工", "楼上住户连续三天夜间装修,影响休息。");
    }

    public MatterId told(String title, String facts, Participant... parties) {
        return registered(SourceLine.WINDOW, null, title, facts, new Place("某小区三号楼", TOWN, null, null, null), parties);
    }

    public MatterId registered(SourceLine line, @Nullable String outsideNo, String title, String facts, Place place, Participant... parties) {
        return Actors.as(clerk, () -> matters.register(new RegisterMatter(line, outsideNo, null, null, title, facts, "0202",
                null, place, null, 2, null, null, List.of(parties), new ProcedureId("dispute"), List.of()))).id();
    }
}
