package org.hejie.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hejie.rules.Trial.Aspect;
import org.hejie.rules.Trial.TrialFigure;
import org.hejie.rules.Trial.TrialGroup;
import org.hejie.rules.Trial.TrialLabel;
import org.hejie.rules.Trial.TrialSample;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a trial shows, matter by matter, the newest first. Only sums and a few samples are kept, however many matters are tried.
 * Of one trial and one thread.
 */
public final class TrialTally {

    private static final int SAMPLES = 50;

    private final long begun = System.nanoTime();
    private final Map<Key, Tally> tallies = new HashMap<>();
    private final Map<TrialLabel, int[]> figures = new LinkedHashMap<>();
    private int matters;
    private @Nullable Instant oldest;

    private record Key(Aspect aspect, TrialLabel from, TrialLabel to) {}

    private static final class Tally {
        private int count;
        private final List<TrialSample> samples = new ArrayList<>();
    }

    /** One more matter is tried. */
    public void matter(Instant registeredAt) {
        matters++;
        oldest = registeredAt;
    }

    /** Something about a matter would have been otherwise. */
    public void otherwise(Aspect aspect, TrialLabel from, TrialLabel to, TrialSample matter) {
        var tally = tallies.computeIfAbsent(new Key(aspect, from, to), none -> new Tally());
        tally.count++;
        if (tally.samples.size() < SAMPLES && !tally.samples.contains(matter)) {
            tally.samples.add(matter);
        }
    }

    /** Adds to a sum. */
    public void sum(TrialLabel what, int inForce, int draft) {
        var sums = figures.computeIfAbsent(what, none -> new int[2]);
        sums[0] += inForce;
        sums[1] += draft;
    }

    /** What came of it. */
    public Trial done() {
        var groups = tallies.entrySet().stream()
                .map(entry -> new TrialGroup(entry.getKey().aspect(), entry.getKey().from(), entry.getKey().to(),
                        entry.getValue().count, entry.getValue().samples))
                .sorted(Comparator.comparing(TrialGroup::aspect).thenComparing(TrialGroup::count, Comparator.reverseOrder())).toList();
        return new Trial(matters, oldest, Duration.ofNanos(System.nanoTime() - begun).toMillis(), groups,
                figures.entrySet().stream().map(sum -> new TrialFigure(sum.getKey(), sum.getValue()[0], sum.getValue()[1])).toList());
    }
}
