package org.hejie.place.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.hejie.place.Gcj02;
import org.hejie.place.Grid;
import org.hejie.place.GridCode;
import org.hejie.place.LonLat;
import org.hejie.place.Places;
import org.hejie.place.SchematicCounty;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** The endpoints themselves; who may sign in is tested with the sign-in. */
@HejieTest
class PlaceHttpTest {

    private static MockMvcTester http;

    @Autowired
    Places places;

    @BeforeAll
    static void drawn(@Autowired SchematicCounty county, @Autowired WebApplicationContext context) {
        county.draw();
        http = MockMvcTester.from(context);
    }

    @Test
    void theTownsOfTheCountyAreListed() {
        assertThat(http.get().uri("/api/v1/areas?parent=620123")).hasStatusOk().bodyJson()
                .extractingPath("$.items.length()").isEqualTo(20);
    }

    @Test
    void withoutParentTheProvinceIsListed() {
        assertThat(http.get().uri("/api/v1/areas")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {
                  "items": [{"code": "62", "name": "甘肃省", "nameEn": "Gansu Province", "level": "PROVINCE",
                             "from": "2023-06-30"}],
                  "total": {"count": 1, "capped": false}
                }
                """);
    }

    @Test
    void aTownInCustodyTellsItsCentre() {
        assertThat(http.get().uri("/api/v1/areas/620123213000")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {
                  "area": {"code": "620123213", "name": "上花岔乡", "nameEn": "Shanghuacha Township",
                           "level": "TOWN", "parent": "620123", "from": "2023-06-30"},
                  "path": [
                    {"code": "62", "name": "甘肃省", "nameEn": "Gansu Province", "level": "PROVINCE",
                     "from": "2023-06-30"},
                    {"code": "6201", "name": "兰州市", "nameEn": "Lanzhou City", "level": "CITY", "parent": "62",
                     "from": "2023-06-30"},
                    {"code": "620123", "name": "榆中县", "nameEn": "Yuzhong County", "level": "COUNTY",
                     "parent": "6201", "from": "2023-06-30"},
                    {"code": "620123213", "name": "上花岔乡", "nameEn": "Shanghuacha Township",
                     "level": "TOWN", "parent": "620123", "from": "2023-06-30"}
                  ],
                  "center": "620123-18"
                }
                """);
    }

    @Test
    void pagesOfGridsFollowEachOtherWithoutGap() {
        MvcTestResult first = http.get().uri("/api/v1/grids?area=620123100&limit=2").exchange();
        assertThat(first).bodyJson().extractingPath("$.items[*].code").asArray()
                .containsExactly("620123100001001", "620123100001002");

        String cursor = JsonPath.read(body(first), "$.nextCursor");
        assertThat(http.get().uri("/api/v1/grids?area=620123100&limit=2&cursor={c}", cursor)).bodyJson()
                .extractingPath("$.items[0].code").isEqualTo("620123100001003");
    }

    @Test
    void theListOfGridsCountsTheCounty() {
        assertThat(http.get().uri("/api/v1/grids?limit=1")).bodyJson()
                .extractingPath("$.total.count").isEqualTo(1_720);
    }

    @Test
    void aGridNamesItsVillageAndTown() {
        Grid grid = places.grid(new GridCode("620123100201001")).orElseThrow();

        assertThat(http.get().uri("/api/v1/grids/620123100201001")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"code": "620123100201001", "type": "%s", "village": "620123100201", "villageName": "兴隆山村委会",
                 "town": "620123100", "townName": "城关镇", "townNameEn": "Chengguan Town",
                 "lon": %s, "lat": %s, "schematic": true, "from": "2023-06-30"}
                """.formatted(grid.type(), grid.labelPoint().lon(), grid.labelPoint().lat()));
    }

    @Test
    void theMapOfATownIsGeoJson() {
        assertThat(http.get().uri("/api/v1/grids.geojson?town=620123213"))
                .hasStatusOk()
                .hasContentType("application/geo+json")
                .bodyText().startsWith("{\"type\":\"FeatureCollection\"");
    }

    @Test
    void anUnchangedMapIsNotSentAgain() {
        String tag = http.get().uri("/api/v1/grids.geojson").exchange().getResponse().getHeader(HttpHeaders.ETAG);

        assertThat(http.get().uri("/api/v1/grids.geojson").header(HttpHeaders.IF_NONE_MATCH, tag)).hasStatus(304);
    }

    @Test
    void aPointOfAPhonesMapFindsItsGrid() {
        Grid grid = places.grid(new GridCode("620123100201001")).orElseThrow();
        LonLat shifted = Gcj02.fromWgs84(grid.labelPoint());

        assertThat(http.get().uri("/api/v1/grid-at?datum=GCJ02&lon={lon}&lat={lat}", shifted.lon(), shifted.lat()))
                .hasStatusOk().bodyJson().extractingPath("$.code").isEqualTo("620123100201001");
    }

    @Test
    void aPointOutsideIsNotFound() {
        assertThat(http.get().uri("/api/v1/grid-at?lon=116.4&lat=39.9")).hasStatus(404).bodyJson()
                .extractingPath("$.reasonCode").isEqualTo("OUTSIDE_EVERY_GRID");
    }

    @Test
    void theCountysCentreComesFirst() {
        assertThat(http.get().uri("/api/v1/centers")).hasStatusOk().bodyJson()
                .extractingPath("$.items[0]").asMap()
                .containsEntry("name", "榆中县综治中心").containsEntry("floorAreaM2", 3_500);
    }

    @Test
    void aCentreListsTheTownInItsCustody() {
        assertThat(http.get().uri("/api/v1/centers")).bodyJson()
                .extractingPath("$.items[?(@.id=='620123-18')].manages[?(@.custody==true)].area").asArray()
                .containsExactly("620123213");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/areas?parent=62012, parent, AREA_CODE",
        "/api/v1/areas/x, code, AREA_CODE",
        "/api/v1/grids?area=6201231, area, AREA_CODE",
        "/api/v1/grids?limit=0, limit, RANGE",
        "/api/v1/grids?limit=501, limit, RANGE",
        "/api/v1/grids?cursor=%00, cursor, INVALID",
        "/api/v1/grids/123, code, GRID_CODE",
        "/api/v1/grids.geojson?town=a, town, AREA_CODE",
        "/api/v1/grid-at?lon=200&lat=36, lon, RANGE",
        "/api/v1/grid-at?lon=104&lat=NaN, lat, RANGE",
        "/api/v1/grid-at?lon=abc&lat=36, lon, INVALID",
        "/api/v1/grid-at?lat=36, lon, REQUIRED"
    })
    void aBadRequestNamesTheField(String uri, String path, String code) {
        assertThat(http.get().uri(URI.create(uri))).hasStatus(400).bodyJson()
                .extractingPath("$.errors[0]").asMap().containsEntry("path", path).containsEntry("code", code);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/areas/99", "/api/v1/areas?parent=99", "/api/v1/grids/620123100201999"})
    void whatIsNotKnownIsNotFound(String uri) {
        assertThat(http.get().uri(uri)).hasStatus(404).bodyJson().extractingPath("$.code").isEqualTo("NOT_FOUND");
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
