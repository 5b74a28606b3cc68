package org.hejie.place.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.json.JsonMapper;

class SchematicOutlineTest {

    private static final Path COUNTY = Path.of("../../shared/data/geo/yuzhong_620123_wgs84.geojson");

    private final Polygon outline = SchematicGrids.ofFiles().outline();

    @Test
    void theOutlineDoesNotCrossItself() {
        assertThat(outline.isValid()).isTrue();
    }

    @Test
    void theOutlineLiesRoughlyWhereTheCountyLies() throws IOException {
        assumeTrue(Files.exists(COUNTY), "skipped: the shared outline file is not on this machine");
        Geometry county = GeoJson.read(JsonMapper.shared().readTree(Files.readString(COUNTY))
                .at("/features/0/geometry").toString());

        double shared = outline.intersection(county).getArea() / outline.union(county).getArea();
        assertThat(shared).isGreaterThan(0.6);
    }
}
