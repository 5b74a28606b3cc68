package org.hejie.place.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.hejie.place.AreaCode;
import org.hejie.place.GridType;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

class SchematicGridsTest {

    private static final List<GridShape> GRIDS = YuzhongFixture.GRIDS;

    @Test
    void thereAre1720Grids() {
        assertThat(GRIDS).hasSize(1_720);
    }

    @Test
    void everyGridHasItsOwnCode() {
        assertThat(GRIDS).extracting(shape -> shape.grid().code()).doesNotHaveDuplicates();
    }

    @Test
    void eachOf281VillagesHasTwoGridsOrMoreNumberedWithoutGap() {
        Map<AreaCode, List<Integer>> numbers = GRIDS.stream().collect(Collectors.groupingBy(
                shape -> shape.grid().village(),
                Collectors.mapping(shape -> shape.grid().code().sequence(), Collectors.toList())));

        assertThat(numbers).hasSize(281);
        assertThat(numbers.values()).allSatisfy(own -> {
            assertThat(own).hasSizeGreaterThanOrEqualTo(2);
            assertThat(own).isSorted();
            assertThat(own.getLast()).isEqualTo(own.size());
        });
    }

    @Test
    void gridsShareTheirBordersExactly() {
        Geometry[] outlines = outlines();

        assertThat(CoverageValidator.isValid(outlines)).isTrue();
    }

    @Test
    void gridsFillTheOutlineWithoutOverlapOrHole() {
        Geometry outline = SchematicGrids.ofFiles().outline();
        Geometry union = CoverageUnion.union(outlines());
        double sum = GRIDS.stream().mapToDouble(shape -> shape.outline().getArea()).sum();

        assertThat(union.getNumGeometries()).isOne();
        assertThat(sum).isCloseTo(union.getArea(), Offset.offset(1e-12));
        assertThat(union.symDifference(outline).getArea()).isLessThan(outline.getLength() * 1e-6);
    }

    @Test
    void noGridIsASliver() {
        double mean = SchematicGrids.ofFiles().outline().getArea() / GRIDS.size();

        assertThat(GRIDS).allSatisfy(shape ->
                assertThat(shape.outline().getArea()).as(shape.grid().code().value()).isGreaterThan(mean / 50));
    }

    @Test
    void cornersAreKeptInSixDecimals() {
        assertThat(GRIDS).allSatisfy(shape -> {
            for (Coordinate corner : shape.outline().getCoordinates()) {
                assertThat(corner.getX()).isEqualTo(Geometries.SIX_DECIMALS.makePrecise(corner.getX()));
                assertThat(corner.getY()).isEqualTo(Geometries.SIX_DECIMALS.makePrecise(corner.getY()));
            }
        });
    }

    @Test
    void everyLabelPointLiesInsideItsGrid() {
        assertThat(GRIDS).allSatisfy(shape -> {
            Point label = Geometries.FACTORY.createPoint(new Coordinate(
                    shape.grid().labelPoint().lon(), shape.grid().labelPoint().lat()));
            assertThat(shape.outline().contains(label)).as(shape.grid().code().value()).isTrue();
        });
    }

    @Test
    void theSameAreasGiveTheSameGrids() {
        List<GridShape> again = SchematicGrids.ofFiles().draw(PlaceFiles.areas(), YuzhongFixture.FROM);

        assertThat(again).extracting(GridShape::grid)
                .isEqualTo(GRIDS.stream().map(GridShape::grid).toList());
        assertThat(again).extracting(shape -> shape.outline().toText())
                .isEqualTo(GRIDS.stream().map(shape -> shape.outline().toText()).toList());
    }

    @Test
    void someGridsAreDedicatedAndMostAreBasic() {
        long dedicated = GRIDS.stream().filter(shape -> shape.grid().type() == GridType.DEDICATED).count();

        assertThat(dedicated).isBetween(20L, 172L);
    }

    @Test
    void theFirstGridOfAVillageLiesNorthOfTheLast() {
        Map<AreaCode, List<GridShape>> villages =
                GRIDS.stream().collect(Collectors.groupingBy(shape -> shape.grid().village()));

        assertThat(villages.values()).allSatisfy(own -> {
            if (own.size() > 2) {
                assertThat(own.getFirst().outline().getCentroid().getY())
                        .isGreaterThan(own.getLast().outline().getCentroid().getY());
            }
        });
    }

    private static Geometry[] outlines() {
        return GRIDS.stream().map(GridShape::outline).toArray(Geometry[]::new);
    }
}
