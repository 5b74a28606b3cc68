package org.hejie.matter.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterId;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Appends to the chain of a matter under its lock. */
@Service
class KeptChronicle implements MatterChronicle {

    private final HistoryRows rows;
    private final MatterLoader loader;
    private final MatterStore store;
    private final History history;
    private final Handing handing;
    private final Doers doers;
    private final Showing showing;
    private final Clock clock;

    KeptChronicle(HistoryRows rows, MatterLoader loader, MatterStore store, History history, Handing handing, Doers doers, Showing showing,
            Clock clock) {
        this.rows = rows;
        this.loader = loader;
        this.store = store;
        this.history = history;
        this.handing = handing;
        this.doers = doers;
        this.showing = showing;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void write(MatterId id, Happening happening) {
        if (!happening.joining().isEmpty()) {
            join(id, happening.joining());
        }
        HistoryRows.End end = rows.lock(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        var data = new History.Data();
        new TreeMap<>(happening.data()).forEach(data::put);
        Instant now = clock.instant();
        rows.append(id, history.next(end.head(), happening.action(), end.status(), end.status(), doers.of(Actors.current()), now, now,
                happening.reason(), happening.note(), data));
    }

    private void join(MatterId id, List<UnitId> units) {
        Matter matter = loader.forMove(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        units.forEach(unit -> handing.join(matter, unit));
        store.update(matter, matter.version);
        showing.widen(matter, true);
    }
}
