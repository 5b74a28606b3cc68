package org.hejie.matter.internal;

import java.time.Instant;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterId;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.internal.LinkRows.Held;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.stereotype.Component;

/** Loads and saves two matters that are linked, with an event in the history of each. */
@Component
class LinkedPairs {

    private final MatterLoader loader;
    private final MatterStore store;
    private final History history;
    private final TwinRows twins;
    private final Showing showing;

    LinkedPairs(MatterLoader loader, MatterStore store, History history, TwinRows twins, Showing showing) {
        this.loader = loader;
        this.store = store;
        this.history = history;
        this.twins = twins;
        this.showing = showing;
    }

    /** @param one the matter acted upon */
    record Pair(Matter one, Matter other) {

        Matter of(MatterId id) {
            return one.id.equals(id) ? one : other;
        }
    }

    /**
     * What is written into both histories.
     *
     * @param one   where the matter acted upon stood before
     * @param other where the other stood before
     */
    record Happened(MatterAction action, Held link, Doer doer, Instant at, String reason, MatterStatus one, MatterStatus other) {
    }

    /** Both locked, the one with the lower number first so that nobody waits in a circle. */
    Pair load(MatterId id, int seen, MatterId otherId) {
        boolean first = id.value() < otherId.value();
        Matter lower = load(first ? id : otherId, first);
        Matter higher = load(first ? otherId : id, !first);
        var pair = first ? new Pair(lower, higher) : new Pair(higher, lower);
        if (pair.one().version != seen) {
            throw Problem.of(ProblemType.STALE);
        }
        return pair;
    }

    private Matter load(MatterId id, boolean asked) {
        return loader.forMove(id).orElseThrow(() -> asked ? Problem.of(ProblemType.NOT_FOUND) : Problem.field("matterId", "UNKNOWN"));
    }

    /** Saves both; the version of the other stays unless its status has changed. */
    void save(Pair pair, int seen, Happened happened) {
        write(pair.one(), happened.one(), happened);
        write(pair.other(), happened.other(), happened);
        pair.one().version++;
        save(pair.one(), seen);
        int otherSeen = pair.other().version;
        pair.other().version += pair.other().status == happened.other() ? 0 : 1;
        save(pair.other(), otherSeen);
    }

    private void write(Matter matter, MatterStatus from, Happened happened) {
        Held link = happened.link();
        history.append(matter, happened.action(), from, matter.status, happened.doer(), happened.at(), happened.at(),
                link.kind().name(), happened.reason(),
                new History.Data().put("link", link.id().value()).put("outgoing", link.from().equals(matter.id))
                        .put("matter", link.other(matter.id).value()));
    }

    private void save(Matter matter, int seen) {
        store.update(matter, seen);
        showing.widen(matter, true);
    }

    /** Lets exactly those see the matter's people and files who see the matter. */
    void show(Matter matter) {
        showing.exactly(matter, twins.partsOf(matter.id.value()).stream().map(TwinRows.Part::party).toList());
    }
}
