package org.hejie.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hejie.shared.Times;

/** When a clock begun at some start stands still: overlapping pauses become one standstill. */
final class Pauses {

    /** The clock stands from the first instant to the second. */
    record Standstill(Instant from, Instant until) {}

    /** Days at whose end the clock stands, both included. */
    record Days(LocalDate from, LocalDate to) {}

    private final WorkingTimeline timeline;
    private final List<Standstill> standstills;

    Pauses(WorkingTimeline timeline, Instant start, List<Pause> pauses) {
        this.timeline = timeline;
        var merged = new ArrayList<Standstill>();
        var inOrder = pauses.stream()
                .filter(pause -> pause.until().isAfter(start) && pause.until().isAfter(pause.from()))
                .sorted(Comparator.comparing(Pause::from))
                .toList();
        for (var pause : inOrder) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && !pause.from().isAfter(last.until())) {
                var until = pause.until().isAfter(last.until()) ? pause.until() : last.until();
                merged.set(merged.size() - 1, new Standstill(last.from(), until));
            } else {
                merged.add(new Standstill(pause.from(), pause.until()));
            }
        }
        standstills = List.copyOf(merged);
    }

    List<Standstill> standstills() {
        return standstills;
    }

    /** Whether the clock stands at the end of this day, so that the day does not count. */
    boolean standsAtEndOf(LocalDate day) {
        var end = timeline.end(day);
        return standstills.stream().anyMatch(pause -> pause.from().isBefore(end) && !pause.until().isBefore(end));
    }

    /** For each standstill the days after {@code start} that do not count by it, in order. */
    List<Days> daysAfter(LocalDate start) {
        return standstills.stream()
                .map(pause -> days(pause, start))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Days> days(Standstill pause, LocalDate start) {
        var from = Times.dateOf(pause.from());
        if (!timeline.end(from).isAfter(pause.from())) {
            from = from.plusDays(1);
        }
        if (!from.isAfter(start)) {
            from = start.plusDays(1);
        }
        var to = Times.dateOf(pause.until());
        if (timeline.end(to).isAfter(pause.until())) {
            to = to.minusDays(1);
        }
        return from.isAfter(to) ? Optional.empty() : Optional.of(new Days(from, to));
    }
}
