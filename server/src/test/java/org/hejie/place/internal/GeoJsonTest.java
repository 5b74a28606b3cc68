package org.hejie.place.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GeoJsonTest {

    @Test
    void everyGridReadsBackAsItWasWritten() {
        assertThat(YuzhongFixture.GRIDS).allSatisfy(shape ->
                assertThat(GeoJson.read(GeoJson.write(shape.outline())).norm())
                        .isEqualTo(shape.outline().norm()));
    }

    @Test
    void outerRingsRunCounterClockwiseAndHolesClockwise() {
        Geometry clockwise = GeoJson.read("""
                {"type":"Polygon","coordinates":[[[0,0],[0,4],[4,4],[4,0],[0,0]],[[1,1],[2,1],[2,2],[1,2],[1,1]]]}""");

        assertThat(GeoJson.write(clockwise)).isEqualTo("""
                {"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]]}""");
    }

    @Test
    void aGridOfTwoPartsIsAMultiPolygon() {
        String two = """
                {"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6.5],[5,5]]]]}""";

        assertThat(GeoJson.write(GeoJson.read(two))).isEqualTo(two);
    }

    @Test
    void aPointIsNoOutline() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeoJson.read("{\"type\":\"Point\",\"coordinates\":[104,36]}"))
                .withMessage("a grid's outline is a Polygon or a MultiPolygon");
    }

    @Test
    void aDrawingIsOneFeatureForEachGrid() {
        JsonNode drawing = JsonMapper.shared().readTree(GridDrawing.of(YuzhongFixture.GRIDS.subList(0, 2)).geoJson());

        assertThat(drawing.at("/type").asString()).isEqualTo("FeatureCollection");
        assertThat(drawing.at("/features")).hasSize(2);
        assertThat(drawing.at("/features/0/properties").toString()).isEqualTo("""
                {"code":"620123100001001","village":"620123100001","town":"620123100","type":"BASIC","schematic":true}""");
    }

    @Test
    void theFingerprintFollowsTheContent() {
        String one = GridDrawing.of(YuzhongFixture.GRIDS.subList(0, 2)).fingerprint();

        assertThat(GridDrawing.of(YuzhongFixture.GRIDS.subList(0, 2)).fingerprint()).isEqualTo(one);
        assertThat(GridDrawing.of(YuzhongFixture.GRIDS.subList(0, 3)).fingerprint()).isNotEqualTo(one);
    }
}
