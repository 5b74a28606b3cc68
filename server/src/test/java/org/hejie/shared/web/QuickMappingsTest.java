package org.hejie.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.hejie.shared.web.QuickMappings.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuickMappingsTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/matters/{id}, /api/v1/matters/7",
        "/api/v1/matters/{id}/results, /api/v1/matters/7/results",
        "/api/v1/lines/{line}/days/{day}, /api/v1/lines/12345/days/2026-11-28",
        "/files/**, /files",
        "/files/{*rest}, /files",
        "/a?c, /abc"})
    void anAddressOfThePatternIsNotPassedOver(String pattern, String address) {
        assertThat(Shape.of(pattern).mayMatch(address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/matters/{id}/results, /api/v1/matters/7/dispatches",
        "/api/v1/units/{id}, /api/v1/matters/7",
        "/api/v1/matters, /api/v1/matters/7"})
    void anotherAddressIsPassedOver(String pattern, String address) {
        assertThat(Shape.of(pattern).mayMatch(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/m%61tters/7/r%65sults", "/api/v1/matters;a=b/7/results;c"})
    void anAddressWithEscapesOrParametersIsNotJudged(String address) {
        assertThat(Shape.plain(address)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/matters/{id}, /api/v1/matters", "/api/v1/matters, /api/v1/matters", "/files/**, /files", "/x-{id}, ''",
        "/a/x-{id}, /a", "/a?c, ''", "/**, ''"})
    void aPatternIsLookedForUnderItsLastWholeName(String pattern, String folder) {
        assertThat(Shape.of(pattern).folder()).isEqualTo(folder);
    }
}
