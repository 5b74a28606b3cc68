package org.hejie.org.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.UnitKind;

/** All units as they are on one day, with their lineages worked out. */
final class UnitSnapshot {

    private final LocalDate day;
    private final Map<UnitId, Unit> byId = new HashMap<>();
    private final Map<String, Unit> byCode = new HashMap<>();
    private final Map<UnitId, List<UnitId>> lineages = new HashMap<>();
    private final Map<UnitId, List<Unit>> children = new HashMap<>();
    private final Map<Integer, UnitId> lines = new HashMap<>();
    private final List<Unit> inForce;
    private final List<UnitStore.Succession> successions;

    /**
     * @param villageParent the unit above a village's row on the day
     */
    UnitSnapshot(LocalDate day, List<UnitRow> rows, Map<Integer, Long> lines, List<UnitStore.Succession> successions,
            Function<UnitRow, UnitId> villageParent) {
        this.day = day;
        for (UnitRow row : rows) {
            UnitId parent = row.kind() == UnitKind.VILLAGE ? villageParent.apply(row)
                    : row.parent() == null ? null : new UnitId(row.parent());
            Unit unit = row.unit(parent);
            byId.put(unit.id(), unit);
            byCode.put(unit.code(), unit);
        }
        byId.values().forEach(unit -> lineages.put(unit.id(), lineageOf(unit)));
        inForce = byId.values().stream()
                .filter(unit -> unit.inForceOn(day))
                .sorted(Comparator.comparing(Unit::code))
                .toList();
        for (Unit unit : inForce) {
            if (unit.parent() != null) {
                children.computeIfAbsent(unit.parent(), parent -> new ArrayList<>()).add(unit);
            }
        }
        this.successions = List.copyOf(successions);
        lines.forEach((line, unit) -> this.lines.put(line, new UnitId(unit)));
    }

    LocalDate day() {
        return day;
    }

    Optional<Unit> find(UnitId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Unit> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Optional<Unit> ofKind(UnitKind kind) {
        return inForce.stream().filter(unit -> unit.kind() == kind).findFirst();
    }

    Optional<Unit> ofLine(int line) {
        return Optional.ofNullable(lines.get(line)).map(this::living).map(byId::get);
    }

    /** Ended units outside the scope that a unit within it followed, at whatever remove; in the order of succession. */
    List<UnitId> former(UnitId scope) {
        Set<UnitId> found = new LinkedHashSet<>();
        boolean grown = !successions.isEmpty();
        while (grown) {
            grown = false;
            for (UnitStore.Succession one : successions) {
                boolean reached = isWithin(one.successor(), scope) || found.contains(one.successor());
                if (reached && !isWithin(one.predecessor(), scope)) {
                    grown |= found.add(one.predecessor());
                }
            }
        }
        return List.copyOf(found);
    }

    List<UnitId> successors(UnitId ended) {
        return successions.stream().filter(one -> one.predecessor().equals(ended)).map(UnitStore.Succession::successor).toList();
    }

    List<UnitId> ended() {
        return successions.stream().map(UnitStore.Succession::predecessor).distinct().toList();
    }

    private boolean isWithin(UnitId lower, UnitId upper) {
        return lineages.getOrDefault(lower, List.of()).contains(upper);
    }

    /** The unit, or who follows it now; of several the first. */
    private UnitId living(UnitId unit) {
        UnitId at = unit;
        for (List<UnitId> next = successors(at); !next.isEmpty(); next = successors(at)) {
            at = next.getFirst();
        }
        return at;
    }

    Optional<List<UnitId>> lineage(UnitId id) {
        return Optional.ofNullable(lineages.get(id));
    }

    List<Unit> children(UnitId parent) {
        return List.copyOf(children.getOrDefault(parent, List.of()));
    }

    List<Unit> inForce() {
        return inForce;
    }

    private List<UnitId> lineageOf(Unit unit) {
        List<UnitId> lineage = new ArrayList<>();
        for (Unit at = unit; at != null; at = at.parent() == null ? null : byId.get(at.parent())) {
            if (lineage.contains(at.id())) {
                throw new IllegalStateException("unit " + at.id().value() + " lies below itself");
            }
            lineage.add(at.id());
        }
        return List.copyOf(lineage);
    }
}
