package org.hejie.place.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hejie.place.Area;
import org.hejie.place.AreaCode;
import org.hejie.place.AreaLevel;
import org.hejie.place.Center;
import org.hejie.place.CenterId;
import org.hejie.place.Grid;
import org.hejie.place.GridCode;
import org.hejie.place.Jurisdiction;
import org.hejie.place.LonLat;

/** Everything this module knows at one moment, in memory; never changes, is replaced as a whole. */
final class PlaceSnapshot {

    private final History<Area> areas;
    private final History<GridShape> grids;
    private final History<Center> centers;
    private final History<Jurisdiction> jurisdictions;
    private final GridLocator locator;

    PlaceSnapshot(List<Area> areas, List<GridShape> grids, List<Center> centers, List<Jurisdiction> jurisdictions) {
        this.areas = new History<>(areas, area -> area.code().value());
        this.grids = new History<>(grids, shape -> shape.grid().code().value());
        this.centers = new History<>(centers, center -> center.id().value());
        this.jurisdictions = new History<>(jurisdictions, jurisdiction -> jurisdiction.area().value());
        this.locator = new GridLocator(grids);
    }

    Optional<Area> area(AreaCode code, LocalDate on) {
        return areas.on(code.value(), on);
    }

    Optional<Area> areaOrLast(AreaCode code, LocalDate on) {
        return areas.onOrLast(code.value(), on);
    }

    List<Area> children(AreaCode parent, LocalDate on) {
        return areas.within(parent.value(), on).filter(area -> parent.equals(area.parent())).toList();
    }

    List<Area> roots(LocalDate on) {
        return areas.all(on).filter(area -> area.parent() == null).toList();
    }

    List<Area> path(AreaCode code, LocalDate on) {
        List<Area> path = new ArrayList<>();
        Optional<Area> step = areaOrLast(code, on);
        while (step.isPresent()) {
            path.addFirst(step.get());
            step = step.get().code().parent().flatMap(parent -> areaOrLast(parent, on));
        }
        return List.copyOf(path);
    }

    Optional<Grid> gridAt(LonLat point, LocalDate on) {
        return locator.find(point, on);
    }

    Optional<Grid> gridOrLast(GridCode code, LocalDate on) {
        return grids.onOrLast(code.value(), on).map(GridShape::grid);
    }

    Stream<GridShape> shapesOf(AreaCode area, LocalDate on) {
        return grids.within(area.value(), on);
    }

    List<Center> centers(LocalDate on) {
        return centers.all(on).toList();
    }

    Optional<Center> centerOrLast(CenterId id, LocalDate on) {
        return centers.onOrLast(id.value(), on);
    }

    /** The jurisdiction over an area; a village has its town's. */
    Optional<Jurisdiction> jurisdictionOver(AreaCode area, LocalDate on) {
        AreaCode managed = area.level() == AreaLevel.VILLAGE ? area.town() : area;
        return jurisdictions.on(managed.value(), on);
    }

    List<Jurisdiction> jurisdictions(LocalDate on) {
        return jurisdictions.all(on).toList();
    }
}
