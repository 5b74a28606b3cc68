package org.hejie.rules.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hejie.rules.KeptTrial;
import org.hejie.rules.Trial;
import org.hejie.rules.TrialRow;
import org.hejie.rules.TriedMatters;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.springframework.stereotype.Component;

/** Keeps a trial while it runs: its matters are written some thousands at a time, so that few are held at once. */
@Component
class TrialRun {

    private static final int AT_ONCE = 10_000;

    private final TrialRows rows;
    private final TriedMatters matters;
    private final Ids ids;
    private final Clock clock;

    TrialRun(TrialRows rows, TriedMatters matters, Ids ids, Clock clock) {
        this.rows = rows;
        this.matters = matters;
        this.ids = ids;
        this.clock = clock;
    }

    /** Tries, in the transaction of the caller, and keeps the result in the place of the person's earlier one. */
    KeptTrial keep(long version, long by, Function<Consumer<TrialRow>, Trial> trying) {
        long id = ids.next();
        rows.begin(id, version, by, clock.instant());
        List<TrialRow> waiting = new ArrayList<>();
        var shown = trying.apply(row -> {
            waiting.add(row);
            if (waiting.size() == AT_ONCE) {
                write(id, waiting);
            }
        });
        write(id, waiting);
        var kept = new KeptTrial(id, version, by, Times.kept(clock.instant()), shown);
        rows.end(kept);
        rows.dropEarlier(kept);
        return kept;
    }

    private void write(long id, List<TrialRow> waiting) {
        if (!waiting.isEmpty()) {
            matters.keep(id, waiting);
            waiting.clear();
        }
    }
}
