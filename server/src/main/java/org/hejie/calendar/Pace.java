package org.hejie.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How time runs: all the time, or only while a unit is open. */
sealed interface Pace {

    /** The first instant by which so much has run since {@code from}. */
    Instant add(Instant from, Duration time);

    /** How much runs between two instants, the second not before the first. */
    Duration between(Instant from, Instant to);

    /** Time as the clock on the wall shows it. */
    record Elapsed() implements Pace {
        @Override
        public Instant add(Instant from, Duration time) {
            return from.plus(time);
        }

        @Override
        public Duration between(Instant from, Instant to) {
            return Duration.between(from, to);
        }
    }

    /** Opening hours only. */
    record Working(WorkingTimeline timeline) implements Pace {
        @Override
        public Instant add(Instant from, Duration time) {
            return timeline.add(from, time);
        }

        @Override
        public Duration between(Instant from, Instant to) {
            return timeline.open(from, to);
        }
    }

    /** As {@link #add}, standing still during the pauses: disjoint, in order. */
    default Instant add(Instant from, Duration time, List<Pauses.Standstill> pauses) {
        var at = from;
        var left = time;
        for (var pause : pauses) {
            if (!pause.until().isAfter(at)) {
                continue;
            }
            if (pause.from().isAfter(at)) {
                var running = between(at, pause.from());
                if (left.compareTo(running) <= 0) {
                    return add(at, left);
                }
                left = left.minus(running);
            }
            at = pause.until();
        }
        return add(at, left);
    }

    /** As {@link #between}, without the pauses: disjoint, in order. */
    default Duration between(Instant from, Instant to, List<Pauses.Standstill> pauses) {
        var running = between(from, to);
        for (var pause : pauses) {
            var stops = pause.from().isBefore(from) ? from : pause.from();
            var goesOn = pause.until().isAfter(to) ? to : pause.until();
            if (stops.isBefore(goesOn)) {
                running = running.minus(between(stops, goesOn));
            }
        }
        return running;
    }
}
