package org.hejie.place.internal;

import java.time.LocalDate;
import java.util.List;
import org.hejie.place.Area;
import org.hejie.place.SchematicCounty;
import org.springframework.stereotype.Component;

/** Draws the demo county into the database and has the memory follow. */
@Component
class DrawnCounty implements SchematicCounty {

    /** The reference day of the areas, so that the grids are as old as they. */
    static final LocalDate FROM = LocalDate.of(2023, 6, 30);

    private final PlaceStore store;
    private final PlaceWriter writer;
    private final CurrentPlaces places;

    DrawnCounty(PlaceStore store, PlaceWriter writer, CurrentPlaces places) {
        this.store = store;
        this.writer = writer;
        this.places = places;
    }

    @Override
    public boolean draw() {
        if (store.hasGrids()) {
            return false;
        }
        List<Area> areas = PlaceFiles.areas();
        SchematicCenters centers = new SchematicCenters(areas, FROM);
        writer.addAll(
                SchematicGrids.ofFiles().draw(areas, FROM), centers.centers(), centers.jurisdictions());
        places.reload();
        return true;
    }
}
