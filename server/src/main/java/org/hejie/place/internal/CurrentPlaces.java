package org.hejie.place.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hejie.place.Area;
import org.hejie.place.AreaCode;
import org.hejie.place.AreaLevel;
import org.hejie.place.Center;
import org.hejie.place.CenterId;
import org.hejie.place.Grid;
import org.hejie.place.GridCode;
import org.hejie.place.GridMap;
import org.hejie.place.Jurisdiction;
import org.hejie.place.LonLat;
import org.hejie.place.NoManagingCenter;
import org.hejie.place.Places;
import org.hejie.shared.Times;
import org.hejie.shared.database.ReferenceChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Answers from the snapshot of the moment, read once when first asked for and swapped as a whole. */
@Component
class CurrentPlaces implements Places, GridMap {

    private final SnapshotSource source;
    private final Clock clock;
    private final DrawingCache drawings = new DrawingCache();
    private volatile @Nullable PlaceSnapshot snapshot;

    CurrentPlaces(SnapshotSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Optional<Area> area(AreaCode code) {
        return snapshot().areaOrLast(code, today());
    }

    @Override
    public Optional<Area> area(AreaCode code, LocalDate on) {
        return snapshot().area(code, on);
    }

    @Override
    public List<Area> children(AreaCode parent) {
        return snapshot().children(parent, today());
    }

    @Override
    public List<Area> roots() {
        return snapshot().roots(today());
    }

    @Override
    public List<Area> path(AreaCode code) {
        return snapshot().path(code, today());
    }

    @Override
    public Optional<Grid> gridAt(LonLat point) {
        return snapshot().gridAt(point, today());
    }

    @Override
    public Optional<Grid> grid(GridCode code) {
        return snapshot().gridOrLast(code, today());
    }

    @Override
    public List<Grid> gridsOf(AreaCode area) {
        return snapshot().shapesOf(area, today()).map(GridShape::grid).toList();
    }

    @Override
    public List<Center> centers() {
        return snapshot().centers(today());
    }

    @Override
    public Optional<Center> center(CenterId id) {
        return snapshot().centerOrLast(id, today());
    }

    @Override
    public CenterId managingCenter(AreaCode town, LocalDate on) {
        return snapshot().jurisdictionOver(town, on)
                .map(Jurisdiction::center)
                .orElseThrow(() -> new NoManagingCenter(town, on));
    }

    @Override
    public List<AreaCode> townsOf(CenterId center, LocalDate on) {
        return jurisdictions(on).stream()
                .filter(jurisdiction -> jurisdiction.center().equals(center))
                .map(Jurisdiction::area)
                .filter(area -> area.level() == AreaLevel.TOWN)
                .toList();
    }

    @Override
    public List<Jurisdiction> jurisdictions(LocalDate on) {
        return snapshot().jurisdictions(on);
    }

    @Override
    public Drawing drawingOf(AreaCode area) {
        LocalDate today = today();
        PlaceSnapshot now = snapshot();
        return drawings.get(now, area, today, () -> GridDrawing.of(now.shapesOf(area, today).toList()));
    }

    /** Another node changed places. */
    @EventListener
    @Order(0)
    void on(ReferenceChanged changed) {
        if (changed.what().equals("place")) {
            reload();
        }
    }

    /** Reads everything again; who asks meanwhile gets the old snapshot. */
    synchronized void reload() {
        snapshot = source.load();
    }

    private PlaceSnapshot snapshot() {
        PlaceSnapshot current = snapshot;
        return current == null ? firstSnapshot() : current;
    }

    private synchronized PlaceSnapshot firstSnapshot() {
        PlaceSnapshot current = snapshot;
        if (current == null) {
            current = source.load();
            snapshot = current;
        }
        return current;
    }

    private LocalDate today() {
        return Times.dateOf(clock.instant());
    }
}
