package org.hejie.place.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hejie.place.Area;
import org.hejie.place.AreaCode;
import org.hejie.place.AreaLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaFileTest {

    private static final List<Area> AREAS = PlaceFiles.areas();

    @Test
    void thereAre20TownsAnd281Villages() {
        Map<AreaLevel, Long> counts =
                AREAS.stream().collect(Collectors.groupingBy(Area::level, Collectors.counting()));

        assertThat(counts).isEqualTo(Map.of(
                AreaLevel.PROVINCE, 1L, AreaLevel.CITY, 1L, AreaLevel.COUNTY, 1L,
                AreaLevel.TOWN, 20L, AreaLevel.VILLAGE, 281L));
    }

    @Test
    void everyParentIsInTheFile() {
        Set<AreaCode> codes = AREAS.stream().map(Area::code).collect(Collectors.toSet());

        assertThat(AREAS).allSatisfy(area ->
                assertThat(area.parent() == null || codes.contains(area.parent())).isTrue());
    }

    @Test
    void noCodeIsThereTwice() {
        assertThat(AREAS).extracting(Area::code).doesNotHaveDuplicates();
    }

    @Test
    void everyTownHasAnEnglishName() {
        assertThat(AREAS).filteredOn(area -> area.level() == AreaLevel.TOWN)
                .extracting(Area::nameEn)
                .doesNotContainNull()
                .contains("Chengguan Town", "Shanghuacha Township");
    }

    @Test
    void everyVillageHasItsNameInPinyin() {
        assertThat(AREAS).filteredOn(area -> area.level() == AreaLevel.VILLAGE).allSatisfy(area ->
                assertThat(area.nameEn()).as(area.name())
                        .matches("[A-Z][a-zü']+( Beilu)? " + (area.name().endsWith("社区") ? "Community" : "Village")));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"夏官营村委会,Xiaguanying Village", "接驾咀村委会,Jiejiazui Village", "马家屲村委会,Majiawa Village",
        "翟家湾村委会,Zhaijiawan Village", "好地岔村委会,Haodicha Village", "纪尔村委会,Ji'er Village", "吕家岘村委会,Lüjiaxian Village",
        "牡丹园社区,Mudanyuan Community"})
    void whatIsReadInSeveralWaysIsReadAsThere(String name, String english) {
        assertThat(AREAS).filteredOn(area -> area.name().equals(name)).extracting(Area::nameEn).containsExactly(english);
    }

    @Test
    void everyTownHasOneSchematicSite() {
        assertThat(PlaceFiles.schematicTowns()).extracting(TownSite::town).containsExactlyElementsOf(
                AREAS.stream().filter(area -> area.level() == AreaLevel.TOWN).map(Area::code).sorted().toList());
    }

    @Test
    void theSchematicOutlineHas30To40Corners() {
        assertThat(PlaceFiles.schematicOutline()).hasSizeBetween(30, 40);
    }

    @Test
    void eighteenCentresStandInEighteenTownsAndOneInTheCounty() {
        assertThat(PlaceFiles.schematicCenters()).extracting(CenterSite::seat)
                .hasSize(19).doesNotHaveDuplicates().contains(new AreaCode("620123"));
    }
}
