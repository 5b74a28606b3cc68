package org.hejie.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.UnitKind;
import org.hejie.org.Units;
import org.hejie.place.Grid;
import org.hejie.place.GridCode;
import org.hejie.place.LonLat;
import org.hejie.place.Places;

/** Where things happen: every village with its grids, and the units above. Villages count alike, so towns by their villages. */
final class Ground {

    private static final String SOCIETIES = "一二三四五六七八九";
    private static final double SPREAD = 0.002;

    private final Units units;
    private final List<List<Spot>> villages = new ArrayList<>();

    /** A grid and what lies above it. */
    record Spot(Grid grid, UnitId gridUnit, UnitId village, UnitId center, String name) {

        GridCode code() {
            return grid.code();
        }

        /** Such as 和平镇袁家营村三社. */
        String place(Dice dice) {
            return name + dice.pick(SOCIETIES) + "社";
        }

        /** A point near the middle of the grid. */
        LonLat point(Dice dice) {
            LonLat middle = grid.labelPoint();
            return new LonLat(middle.lon() + (dice.fraction() - 0.5) * SPREAD, middle.lat() + (dice.fraction() - 0.5) * SPREAD);
        }
    }

    Ground(Units units, Places places) {
        this.units = units;
        Map<UnitId, Unit> byId = units.all().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        Map<UnitId, List<Unit>> grids = units.all().stream().filter(unit -> unit.kind() == UnitKind.GRID)
                .collect(Collectors.groupingBy(Unit::parent));
        for (Unit village : units.all()) {
            if (village.kind() == UnitKind.VILLAGE && grids.containsKey(village.id())) {
                UnitId center = byId.get(village.parent()).id();
                villages.add(grids.get(village.id()).stream().map(unit -> {
                    Grid grid = places.grid(new GridCode(unit.code())).orElseThrow();
                    String town = places.area(grid.code().town()).orElseThrow().name();
                    return new Spot(grid, unit.id(), village.id(), center, town + shortName(village.name()));
                }).toList());
            }
        }
    }

    Spot spot(Dice dice) {
        return dice.pick(dice.pick(villages));
    }

    /** The first grid of a town's first village. */
    Spot firstOf(String town) {
        return villages.stream().map(List::getFirst).filter(spot -> spot.code().value().startsWith(town)).findFirst().orElseThrow();
    }

    /** A grid below the unit. */
    Spot spotIn(UnitId unit, Dice dice) {
        return dice.pick(villages.stream().flatMap(List::stream)
                .filter(spot -> spot.center().equals(unit) || spot.village().equals(unit) || spot.gridUnit().equals(unit)).toList());
    }

    UnitId county() {
        return units.county().id();
    }

    UnitId countyCenter() {
        return units.countyCenter().id();
    }

    UnitId unit(String code) {
        return units.byCode(code).orElseThrow(() -> new IllegalStateException("no unit " + code)).id();
    }

    private static String shortName(String village) {
        return village.replace("社区居委会", "社区").replace("居委会", "社区").replace("村委会", "村").replace("村村", "村");
    }
}
