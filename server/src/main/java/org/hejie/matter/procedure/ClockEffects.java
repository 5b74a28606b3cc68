package org.hejie.matter.procedure;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a move does to the clocks, in this order: stops, starts, pauses, resumes, extensions. Each is
 * a set of clock keys; a clock not kept for the matter's line or category is passed over.
 *
 * @param stops stopped for good; stopping one that does not run changes nothing
 * @param starts started with the limit that holds now; one that runs keeps running
 * @param pauses paused
 * @param resumes continued with the time that was left
 * @param extended the clocks the move may give time to, each no further than its own rule; the
 *     request names one, and the first is meant when it names none
 */
public record ClockEffects(
        Set<String> stops, Set<String> starts, Set<String> pauses, Set<String> resumes, Set<String> extended) {

    /** Nothing happens to any clock. */
    public static final ClockEffects NONE =
            new ClockEffects(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public ClockEffects {
        stops = Set.copyOf(stops);
        starts = Set.copyOf(starts);
        pauses = Set.copyOf(pauses);
        resumes = Set.copyOf(resumes);
        extended = Collections.unmodifiableSet(new LinkedHashSet<>(extended));
    }

    /** These effects and then the later ones, as one move. */
    ClockEffects then(ClockEffects later) {
        var started = new LinkedHashSet<>(starts);
        started.removeAll(later.stops);
        started.addAll(later.starts);
        return new ClockEffects(
                union(stops, later.stops),
                started,
                union(pauses, later.pauses),
                union(resumes, later.resumes),
                union(extended, later.extended));
    }

    private static Set<String> union(Set<String> first, Set<String> second) {
        var both = new LinkedHashSet<>(first);
        both.addAll(second);
        return both;
    }
}
