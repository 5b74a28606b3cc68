package org.hejie.matter.supervision;

import java.util.List;
import org.hejie.matter.Act;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.Troubles;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.testing.County;

/** A matter in the hands of a department, for tests of what is done about it. */
public final class Supervised {

    public final Matters matters;
    public final Actor dispatcher;
    public final MatterId matter;
    public final UnitId housing;

    public Supervised(Matters matters, County county, Actor dispatcher) {
        this.matters = matters;
        this.dispatcher = dispatcher;
        this.matter = new Troubles(matters, county).noise();
        this.housing = county.unit("housing").id();
        act(dispatcher, new Act.Accept(null));
        dispatchTo(housing);
    }

    public void dispatchTo(UnitId unit) {
        act(dispatcher, new Act.Dispatch(unit, List.of(), null, "county-simple", null));
    }

    public void act(Actor by, Act act) {
        Actors.run(by, () -> matters.act(matter, matters.standing(matter).orElseThrow().version(), act));
    }

    public MatterDetail detail(Actor by) {
        return Actors.as(by, () -> matters.detail(matter)).orElseThrow();
    }

    public List<String> history(Actor by) {
        return detail(by).timeline().stream().map(MatterDetail.Entry::action).toList();
    }
}
