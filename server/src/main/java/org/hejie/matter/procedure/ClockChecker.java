package org.hejie.matter.procedure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hejie.matter.MatterStatus;

/** Follows each clock along every way through a procedure. */
final class ClockChecker {

    private final Procedure procedure;
    private final List<PlacedTransition> moves;
    private final Findings findings;

    ClockChecker(Procedure procedure, List<PlacedTransition> moves, Findings findings) {
        this.procedure = procedure;
        this.moves = moves;
        this.findings = findings;
    }

    void check() {
        procedure.clocks().keySet().forEach(this::check);
    }

    private void check(String clock) {
        var running = runningIn(clock);
        if (running.isEmpty()) {
            findings.add("clocks." + clock, "计时“" + clock + "”从未开始", "clock “" + clock + "” is never started");
            return;
        }
        stopsAfterEveryStart(clock);
        continuesAfterEveryPause(clock);
        touchedOnlyWhereItMayRun(clock, running);
    }

    private void stopsAfterEveryStart(String clock) {
        if (procedure.entry().starts().contains(clock)) {
            unstopped(clock, procedure.entry().status())
                    .ifPresent(way -> neverStops("entry.starts", clock, way));
        }
        for (var move : moves) {
            if (move.transition().clocks().starts().contains(clock)) {
                move.transition().targets().stream()
                        .flatMap(status -> unstopped(clock, status).stream())
                        .findFirst()
                        .ifPresent(way -> neverStops(move.path() + ".starts", clock, way));
            }
        }
    }

    private void neverStops(String path, String clock, List<MatterStatus> way) {
        String walked = way.stream().map(Enum::name).collect(Collectors.joining(" → "));
        findings.add(path, "按 " + walked + " 走到底，计时“" + clock + "”还没有停", "clock “" + clock + "” still runs at the end of " + walked);
    }

    /**
     * A shortest way from that status to an end on which no move stops the clock, if there is one.
     * Closing is an end, too, for a clock started before it.
     */
    private Optional<List<MatterStatus>> unstopped(String clock, MatterStatus start) {
        return way(
                start,
                status -> procedure.isEnd(status) || (status == MatterStatus.CLOSED && start != status),
                move -> move.clocks().stops().contains(clock));
    }

    /** After a pause the clock goes on, or is stopped, before the matter rests. */
    private void continuesAfterEveryPause(String clock) {
        for (var move : moves) {
            var effects = move.transition().clocks();
            if (effects.pauses().contains(clock)
                    && way(move.transition().to(), status -> resumable(status, clock), other -> false).isEmpty()) {
                findings.add(move.path() + ".pauses", "计时“" + clock + "”暂停后从不恢复", "clock “" + clock + "” is paused and never resumed");
            }
        }
    }

    private boolean resumable(MatterStatus status, String clock) {
        return procedure.from(status).values().stream()
                .anyMatch(move -> move.clocks().resumes().contains(clock));
    }

    /** A clock is stopped alone, paused, resumed or extended only where it may be running. */
    private void touchedOnlyWhereItMayRun(String clock, Set<MatterStatus> running) {
        moves.stream()
                .filter(move -> touches(move.transition(), clock))
                .collect(Collectors.groupingBy(PlacedTransition::path))
                .forEach((path, sameEntry) -> {
                    if (sameEntry.stream().noneMatch(move -> running.contains(move.transition().from()))) {
                        findings.add(path, "计时“" + clock + "”在这里不可能在走", "clock “" + clock + "” cannot be running there");
                    }
                });
    }

    /** Stopping all clocks, restarting, and stopping what an implied move has started touch none alone. */
    private boolean touches(Transition move, String clock) {
        var effects = move.clocks();
        var stopsItAlone = effects.stops().contains(clock)
                && !effects.stops().equals(procedure.clocks().keySet())
                && !effects.starts().contains(clock)
                && move.implies() == null;
        return stopsItAlone
                || effects.pauses().contains(clock)
                || effects.resumes().contains(clock)
                || effects.extended().contains(clock);
    }

    /** Every status in which the clock may have been started and not stopped. */
    private Set<MatterStatus> runningIn(String clock) {
        var running = EnumSet.noneOf(MatterStatus.class);
        if (procedure.entry().starts().contains(clock)) {
            running.add(procedure.entry().status());
        }
        moves.stream().map(PlacedTransition::transition)
                .filter(move -> move.clocks().starts().contains(clock))
                .forEach(move -> running.addAll(move.targets()));
        var open = new ArrayDeque<>(running);
        while (!open.isEmpty()) {
            procedure.from(open.remove()).values().stream()
                    .filter(move -> !move.clocks().stops().contains(clock))
                    .flatMap(move -> move.targets().stream())
                    .filter(running::add)
                    .forEach(open::add);
        }
        return running;
    }

    /** A shortest way from start to a goal without the barred moves; ends are not left. */
    private Optional<List<MatterStatus>> way(
            MatterStatus start, Predicate<MatterStatus> goal, Predicate<Transition> barred) {
        Map<MatterStatus, MatterStatus> cameFrom = new EnumMap<>(MatterStatus.class);
        cameFrom.put(start, start);
        var open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            var status = open.remove();
            if (goal.test(status)) {
                return Optional.of(back(status, cameFrom));
            }
            if (!procedure.isEnd(status)) {
                procedure.from(status).values().stream()
                        .filter(move -> !barred.test(move))
                        .flatMap(move -> move.targets().stream())
                        .filter(target -> cameFrom.putIfAbsent(target, status) == null)
                        .forEach(open::add);
            }
        }
        return Optional.empty();
    }

    private static List<MatterStatus> back(MatterStatus goal, Map<MatterStatus, MatterStatus> cameFrom) {
        var way = new ArrayList<MatterStatus>();
        for (var at = goal; way.isEmpty() || at != way.getLast(); at = cameFrom.get(at)) {
            way.add(at);
        }
        return way.reversed();
    }
}
