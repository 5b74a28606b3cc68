package org.hejie.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hejie.rules.Trial.Aspect;
import org.hejie.rules.Trial.TrialFigure;
import org.hejie.rules.Trial.TrialGroup;
import org.hejie.rules.Trial.TrialLabel;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a trial shows, matter by matter, the newest first, and hands on each matter that would have gone otherwise. Only sums
 * are held, however many matters are tried. Of one trial and one thread.
 */
public final class TrialTally {

    private final Consumer<TrialRow> rows;
    private final long begun = System.nanoTime();
    private final Map<Key, Tally> tallies = new HashMap<>();
    private final Map<TrialLabel, int[]> figures = new LinkedHashMap<>();
    private int matters;
    private @Nullable Instant oldest;

    private record Key(Aspect aspect, TrialLabel from, TrialLabel to) {}

    private static final class Tally {
        private final int number;
        private int count;

        private Tally(int number) {
            this.number = number;
        }
    }

    /** @param rows takes each row as it is found */
    public TrialTally(Consumer<TrialRow> rows) {
        this.rows = rows;
    }

    /** One more matter is tried. */
    public void matter(Instant registeredAt) {
        matters++;
        oldest = registeredAt;
    }

    /**
     * Something about a matter would have been otherwise.
     *
     * @param rule the row or move of the draft that decides
     */
    public void otherwise(Aspect aspect, TrialLabel from, TrialLabel to, long matter, String rule) {
        add(aspect, from, to, matter, null, rule);
    }

    /** Something about two matters together would have been otherwise. */
    public void pairOtherwise(Aspect aspect, TrialLabel from, TrialLabel to, long matter, long other) {
        add(aspect, from, to, matter, other, "");
    }

    private void add(Aspect aspect, TrialLabel from, TrialLabel to, long matter, @Nullable Long other, String rule) {
        var tally = tallies.computeIfAbsent(new Key(aspect, from, to), none -> new Tally(tallies.size() + 1));
        rows.accept(new TrialRow(tally.number, ++tally.count, matter, other, rule));
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
                .map(entry -> new TrialGroup(entry.getValue().number, entry.getKey().aspect(), entry.getKey().from(),
                        entry.getKey().to(), entry.getValue().count))
                .sorted(Comparator.comparing(TrialGroup::aspect).thenComparing(TrialGroup::count, Comparator.reverseOrder())).toList();
        return new Trial(matters, oldest, Duration.ofNanos(System.nanoTime() - begun).toMillis(), groups,
                figures.entrySet().stream().map(sum -> new TrialFigure(sum.getKey(), sum.getValue()[0], sum.getValue()[1])).toList());
    }
}
