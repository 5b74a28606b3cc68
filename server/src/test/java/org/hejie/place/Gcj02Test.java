package org.hejie.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class Gcj02Test {

    private static final Path GEO = Path.of("../../shared/data/geo");

    /** Points the reconstruction was published with: longitude and latitude of WGS 84, then shifted. */
    @ParameterizedTest
    @CsvSource({
        "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
        "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
        "116.377817, 39.911954, 116.38404722455657, 39.91334545536069"
    })
    void knownPointsAreShiftedAsPublished(double lon, double lat, double shiftedLon, double shiftedLat) {
        LonLat shifted = Gcj02.fromWgs84(new LonLat(lon, lat));

        assertThat(shifted.metresTo(new LonLat(shiftedLon, shiftedLat))).isLessThan(0.1);
    }

    @Test
    void thereAndBackIsTheSamePointWithinAMillimetre() {
        long seed = 20_261_124L;
        RandomGenerator random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            LonLat point = new LonLat(random.nextDouble(74, 135), random.nextDouble(18, 53));
            LonLat back = Gcj02.toWgs84(Gcj02.fromWgs84(point));
            assertThat(back.metresTo(point)).as("seed %d, step %d", seed, i).isLessThan(0.001);
        }
    }

    @Test
    void inTheCountyTheShiftIsHundredsOfMetres() {
        LonLat point = new LonLat(104.11, 35.84);

        assertThat(Gcj02.fromWgs84(point).metresTo(point)).isBetween(100.0, 700.0);
    }

    @Test
    void abroadNothingIsShifted() {
        LonLat paris = new LonLat(2.3522, 48.8566);

        assertThat(Gcj02.fromWgs84(paris)).isEqualTo(paris);
        assertThat(Gcj02.toWgs84(paris)).isEqualTo(paris);
    }

    @Test
    void theCountysOutlineConvertsAsOthersConvertedIt() throws IOException {
        assumeTrue(Files.exists(GEO), "skipped: the shared outline files are not on this machine");
        JsonNode shifted = ring("yuzhong_620123_gcj02.geojson");
        JsonNode expected = ring("yuzhong_620123_wgs84.geojson");

        for (int i = 0; i < shifted.size(); i++) {
            assertThat(Gcj02.toWgs84(point(shifted.get(i))).metresTo(point(expected.get(i)))).isLessThan(1);
        }
    }

    private static JsonNode ring(String file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(GEO.resolve(file)))
                .at("/features/0/geometry/coordinates/0/0");
    }

    private static LonLat point(JsonNode pair) {
        return new LonLat(pair.get(0).asDouble(), pair.get(1).asDouble());
    }
}
