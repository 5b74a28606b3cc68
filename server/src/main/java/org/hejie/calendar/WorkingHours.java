package org.hejie.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Opening hours from a day on, until the next such record of the same schedule: summer and winter
 * hours are two records a year. Duty Saturdays are hours under {@link DayKind#SATURDAY}.
 *
 * @param from first day these hours hold
 * @param spans hours open by kind of day, each without overlap; a kind without hours is closed;
 *     workdays are never closed
 */
public record WorkingHours(LocalDate from, Map<DayKind, List<TimeSpan>> spans) {

    /** @throws InvalidSchedule when workdays are closed or hours of one day touch */
    public WorkingHours {
        var checked = new EnumMap<DayKind, List<TimeSpan>>(DayKind.class);
        spans.forEach((kind, open) -> {
            if (!open.isEmpty()) {
                checked.put(kind, inOrder(open));
            }
        });
        if (!checked.containsKey(DayKind.WORKDAY)) {
            throw new InvalidSchedule(InvalidSchedule.Fault.CLOSED_ON_WORKDAYS);
        }
        spans = Map.copyOf(checked);
    }

    /** The hours open on a day of this kind, in order, empty when closed. */
    public List<TimeSpan> on(DayKind kind) {
        return spans.getOrDefault(kind, List.of());
    }

    private static List<TimeSpan> inOrder(List<TimeSpan> open) {
        var sorted = open.stream().sorted(Comparator.comparing(TimeSpan::opensMinute)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).opensMinute() <= sorted.get(i - 1).closesMinute()) {
                throw new InvalidSchedule(InvalidSchedule.Fault.OVERLAP);
            }
        }
        return sorted;
    }
}
