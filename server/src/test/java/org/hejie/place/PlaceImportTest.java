package org.hejie.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.hejie.place.PlaceImport.Outcome;
import org.hejie.place.PlaceImport.RowError;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** On a database of its own: what is imported stays. */
@HejieTest
@TestPropertySource(properties = "test.database=places")
class PlaceImportTest {

    private static final String CENTERS = "id,name,name_en,level,seat,lon,lat,floor_area_m2,from,to\n";
    private static final String JURISDICTIONS = "area,center,custody,basis,from,to\n";
    private static final String SQUARE = "[[[%1$s,30.0],[%2$s,30.0],[%2$s,30.1],[%1$s,30.1],[%1$s,30.0]]]";

    @Autowired
    PlaceImport places;

    @Autowired
    Places known;

    @TempDir
    Path folder;

    @Test
    void aCentreWithItsTownsIsTaken() throws IOException {
        write(PlaceImport.CENTERS, CENTERS + "620123-41,新设中心,New Centre,TOWN,620123104,104.1,35.8,420,2026-01-01,\n");
        write(PlaceImport.JURISDICTIONS, JURISDICTIONS + "620123105,620123-41,是,示例文件第1号,2026-01-01,\n");

        Outcome outcome = places.take(folder);

        assertThat(outcome).isEqualTo(new Outcome(2, 2, List.of()));
        assertThat(known.managingCenter(new AreaCode("620123105"), LocalDate.of(2026, 11, 24))).isEqualTo(new CenterId("620123-41"));
    }

    @Test
    void theVersionBeforeEndsWhereTheNewOneBegins() throws IOException {
        CenterId before = known.managingCenter(new AreaCode("620123106"), LocalDate.of(2026, 3, 1));
        write(PlaceImport.JURISDICTIONS, JURISDICTIONS + "620123106,620123-00,false,示例文件第2号,2026-03-01,\n");

        places.take(folder);

        assertThat(known.managingCenter(new AreaCode("620123106"), LocalDate.of(2026, 2, 28))).isEqualTo(before);
        assertThat(known.managingCenter(new AreaCode("620123106"), LocalDate.of(2026, 3, 1))).isEqualTo(new CenterId("620123-00"));
    }

    @Test
    void theSameFilesAgainChangeNothing() throws IOException {
        write(PlaceImport.CENTERS, CENTERS + "620123-42,甲,A,TOWN,620123104,104.1,35.8,,2024-01-01,\n"
                + "620123-42,乙,B,TOWN,620123104,104.1,35.8,,2025-01-01,\n");
        write(PlaceImport.GRIDS, features(feature("620123104001801", square(120.0, 120.1))));
        places.take(folder);

        Outcome again = places.take(folder);

        assertThat(again.written()).isZero();
        assertThat(again.errors()).isEmpty();
    }

    @Test
    void aGridIsFoundAtItsPoints() throws IOException {
        write(PlaceImport.GRIDS, features(feature("620123104001802", square(121.0, 121.1))));

        places.take(folder);

        assertThat(known.gridAt(new LonLat(121.05, 30.05)).orElseThrow().code()).isEqualTo(new GridCode("620123104001802"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "12-1,名,N,TOWN,620123104,104.1,35.8,,2026-01-01, | id | INVALID",
        "620123-50,,N,TOWN,620123104,104.1,35.8,,2026-01-01, | name | REQUIRED",
        "620123-50,名,N,VILLAGE,620123104,104.1,35.8,,2026-01-01, | level | INVALID",
        "620123-50,名,N,TOWN,620123999,104.1,35.8,,2026-01-01, | seat | UNKNOWN",
        "620123-50,名,N,TOWN,620123104,204.1,35.8,,2026-01-01, | lon | INVALID",
        "620123-50,名,N,TOWN,620123104,104.1,35.8,-3,2026-01-01, | floor_area_m2 | INVALID",
        "620123-50,名,N,TOWN,620123104,104.1,35.8,,2026-02-30, | from | INVALID",
        "620123-50,名,N,TOWN,620123104,104.1,35.8,,2026-01-02,2026-01-01 | to | BEFORE_FROM",
        "620124-50,名,N,TOWN,620123104,104.1,35.8,,2026-01-01, | id | OUTSIDE_COUNTY",
    })
    void aWrongFieldIsNamedWithItsRow(String row, String field, String code) throws IOException {
        write(PlaceImport.CENTERS, CENTERS + row + "\n");

        assertThat(places.take(folder).errors()).containsExactly(new RowError(PlaceImport.CENTERS, 2, field, code));
    }

    @Test
    void oneErrorAndNothingIsWritten() throws IOException {
        write(PlaceImport.CENTERS, CENTERS + "620123-43,好,Good,TOWN,620123104,104.1,35.8,,2026-01-01,\n"
                + "620123-44,坏,Bad,TOWN,620123104,104.1,95,,2026-01-01,\n");

        Outcome outcome = places.take(folder);

        assertThat(outcome.errors()).containsExactly(new RowError(PlaceImport.CENTERS, 3, "lat", "INVALID"));
        assertThat(known.center(new CenterId("620123-43"))).isEmpty();
    }

    @Test
    void gridsThatOverlapAreRefused() throws IOException {
        write(PlaceImport.GRIDS, features(feature("620123104001803", square(122.0, 122.1)),
                feature("620123104001804", square(122.05, 122.15))));

        assertThat(places.take(folder).errors()).extracting(RowError::row, RowError::code)
                .containsExactly(tuple(1, "OVERLAPS"), tuple(2, "OVERLAPS"));
    }

    @Test
    void aLineIsNoGrid() throws IOException {
        write(PlaceImport.GRIDS, features(feature("620123104001805",
                "{\"type\": \"LineString\", \"coordinates\": [[104.0, 35.0], [104.1, 35.1]]}")));

        assertThat(places.take(folder).errors()).containsExactly(new RowError(PlaceImport.GRIDS, 1, "geometry", "NOT_A_POLYGON"));
    }

    @Test
    void aPolygonThatCrossesItselfIsRefused() throws IOException {
        write(PlaceImport.GRIDS, features(feature("620123104001806",
                "{\"type\": \"Polygon\", \"coordinates\": [[[104.0, 35.0], [104.1, 35.1], [104.1, 35.0], [104.0, 35.1], [104.0, 35.0]]]}")));

        assertThat(places.take(folder).errors()).containsExactly(new RowError(PlaceImport.GRIDS, 1, "geometry", "BROKEN_POLYGON"));
    }

    @Test
    void aFileThatIsNoJsonIsRefused() throws IOException {
        write(PlaceImport.GRIDS, "code,type");

        assertThat(places.take(folder).errors()).containsExactly(new RowError(PlaceImport.GRIDS, 1, "features", "INVALID"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String square(double west, double east) {
        return "{\"type\": \"Polygon\", \"coordinates\": " + SQUARE.formatted(west, east) + "}";
    }

    private static String feature(String code, String geometry) {
        return "{\"type\": \"Feature\", \"properties\": {\"code\": \"" + code + "\", \"type\": \"BASIC\", \"from\": \"2026-01-01\"}, \"geometry\": "
                + geometry + "}";
    }

    private static String features(String... features) {
        return "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",", features) + "]}";
    }
}
