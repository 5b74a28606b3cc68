package org.hejie.place.internal;

import java.time.LocalDate;
import java.util.List;

/** The demo county, drawn once for all tests. */
final class YuzhongFixture {

    static final LocalDate FROM = LocalDate.of(2024, 1, 1);

    static final List<GridShape> GRIDS = SchematicGrids.ofFiles().draw(PlaceFiles.areas(), FROM);

    private YuzhongFixture() {
    }
}
