package org.hejie.place.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.hejie.place.Grid;
import org.hejie.place.GridCode;
import org.hejie.place.LonLat;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

class GridLocatorTest {

    private static final List<GridShape> GRIDS = YuzhongFixture.GRIDS;
    private static final GridLocator LOCATOR = new GridLocator(GRIDS);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void everyLabelPointFindsItsGrid() {
        assertThat(GRIDS).allSatisfy(shape ->
                assertThat(LOCATOR.find(shape.grid().labelPoint(), TODAY)).contains(shape.grid()));
    }

    @Test
    void aRandomPointOfAGridFindsThatGrid() {
        long seed = 17L;
        RandomGenerator random = new Random(seed);
        for (GridShape shape : GRIDS) {
            LonLat point = randomPointIn(shape.outline(), random);
            assertThat(LOCATOR.find(point, TODAY)).as("seed %d", seed).contains(shape.grid());
        }
    }

    @Test
    void randomPointsAgreeWithLookingAtEveryGrid() {
        long seed = 42L;
        RandomGenerator random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            LonLat point = new LonLat(random.nextDouble(103.8, 104.6), random.nextDouble(35.5, 36.5));
            assertThat(LOCATOR.find(point, TODAY)).as("seed %d, step %d", seed, i).isEqualTo(byLookingAtAll(point));
        }
    }

    @Test
    void everyCornerBelongsToTheGridWithTheLowestCode() {
        for (GridShape shape : GRIDS.subList(0, 100)) {
            for (Coordinate corner : shape.outline().getCoordinates()) {
                LonLat point = new LonLat(corner.getX(), corner.getY());
                assertThat(LOCATOR.find(point, TODAY)).isPresent().isEqualTo(byLookingAtAll(point));
            }
        }
    }

    @Test
    void noPointWithinTheOutlineHasNoGrid() {
        long seed = 99L;
        RandomGenerator random = new Random(seed);
        Geometry outline = SchematicGrids.ofFiles().outline();
        for (int i = 0; i < 2_000; i++) {
            LonLat point = randomPointIn(outline, random);
            assertThat(LOCATOR.find(point, TODAY)).as("seed %d, step %d", seed, i).isPresent();
        }
    }

    @Test
    void aPointOutsideTheCountyHasNoGrid() {
        assertThat(LOCATOR.find(new LonLat(116.4, 39.9), TODAY)).isEmpty();
    }

    @Test
    void aGridNotYetInForceIsNotFound() {
        assertThat(LOCATOR.find(GRIDS.getFirst().grid().labelPoint(), YuzhongFixture.FROM.minusDays(1))).isEmpty();
    }

    @Test
    void aRedrawnGridIsFoundByTheVersionOfTheDay() {
        GridShape old = GRIDS.getFirst();
        LocalDate change = LocalDate.of(2026, 6, 1);
        GridShape ended = new GridShape(endedOn(old.grid(), change), old.outline());
        GridCode newCode = GridCode.of(old.grid().village(), 900);
        GridShape next = new GridShape(
                new Grid(newCode, old.grid().type(), old.grid().labelPoint(), true, change, null), old.outline());
        GridLocator locator = new GridLocator(List.of(ended, next));

        assertThat(locator.find(old.grid().labelPoint(), change.minusDays(1))).contains(ended.grid());
        assertThat(locator.find(old.grid().labelPoint(), change)).contains(next.grid());
    }

    private static Grid endedOn(Grid grid, LocalDate to) {
        return new Grid(grid.code(), grid.type(), grid.labelPoint(), grid.schematic(), grid.from(), to);
    }

    private static LonLat randomPointIn(Geometry outline, RandomGenerator random) {
        var box = outline.getEnvelopeInternal();
        while (true) {
            double lon = random.nextDouble(box.getMinX(), box.getMaxX());
            double lat = random.nextDouble(box.getMinY(), box.getMaxY());
            if (outline.contains(pointOf(lon, lat)) && !outline.touches(pointOf(lon, lat))) {
                return new LonLat(lon, lat);
            }
        }
    }

    private static Optional<Grid> byLookingAtAll(LonLat point) {
        Point target = pointOf(point.lon(), point.lat());
        return GRIDS.stream()
                .filter(shape -> shape.outline().covers(target))
                .map(GridShape::grid)
                .min(Comparator.comparing(Grid::code));
    }

    private static Point pointOf(double lon, double lat) {
        return Geometries.FACTORY.createPoint(new Coordinate(lon, lat));
    }
}
