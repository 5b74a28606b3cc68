package org.hejie.matter.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterId;
import org.hejie.matter.internal.History.Head;
import org.hejie.matter.internal.HistoryRows.Joined;
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
        write(id, List.of(happening));
    }

    @Override
    @Transactional
    public void write(MatterId id, List<Happening> happenings) {
        List<UnitId> joining = happenings.stream().flatMap(one -> one.joining().stream()).distinct().toList();
        if (joining.isEmpty()) {
            End end = rows.lock(id).orElseThrow(KeptChronicle::notFound);
            Written written = next(end, happenings);
            rows.append(written.head(), written.events());
            return;
        }
        Joined matter = rows.lock(id, joining.stream().flatMap(unit -> handing.joiningKeys(unit).stream()).distinct().toList())
                .orElseThrow(KeptChronicle::notFound);
        if (matter.shown()) {
            Written written = next(matter.end(), happenings);
            rows.append(written.head(), written.events(), matter.registeredAt(),
                    joining.stream().filter(unit -> handing.participates(matter.homeUnit(), unit)).map(UnitId::value).toList());
        } else {
            join(id, happenings);
        }
    }

    private static Problem notFound() {
        return Problem.of(ProblemType.NOT_FOUND);
    }

    @Override
    @Transactional
    public void write(End end, List<Happening> happenings) {
        if (happenings.stream().anyMatch(one -> !one.joining().isEmpty())) {
            throw new IllegalArgumentException("who joins changes the matter itself");
        }
        Written written = next(end, happenings);
        rows.append(written.head(), written.events());
    }

    /** @param head where the chain ends with them */
    private record Written(Head head, List<EventRow> events) {
    }

    private Written next(End end, List<Happening> happenings) {
        Doer doer = doers.of(Actors.current());
        Instant now = clock.instant();
        List<EventRow> events = new ArrayList<>();
        Head head = new Head(end.matter(), end.seq(), end.hash());
        for (Happening happening : happenings) {
            EventRow event = history.next(head, happening.action(), end.status(), end.status(), doer, now, now, happening.reason(),
                    happening.note(), data(happening));
            events.add(event);
            head = new Head(end.matter(), event.seq(), event.hash());
        }
        return new Written(head, events);
    }

    private static History.Data data(Happening happening) {
        var data = new History.Data();
        new TreeMap<>(happening.data()).forEach(data::put);
        return data;
    }

    /** Shows the matter to those it is not shown to yet, and its parties and files with it. */
    private void join(MatterId id, List<Happening> happenings) {
        Matter matter = loader.forMove(id).orElseThrow(KeptChronicle::notFound);
        Doer doer = doers.of(Actors.current());
        Instant now = clock.instant();
        for (Happening happening : happenings) {
            happening.joining().forEach(unit -> handing.join(matter, unit));
            history.append(matter, happening.action(), matter.status, matter.status, doer, now, now, happening.reason(), happening.note(),
                    data(happening));
        }
        store.update(matter, matter.version);
        showing.widen(matter, true);
    }
}
