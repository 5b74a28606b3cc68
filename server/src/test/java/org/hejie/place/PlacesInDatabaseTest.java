package org.hejie.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@HejieTest
class PlacesInDatabaseTest {

    private static final AreaCode COUNTY = new AreaCode("620123");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Autowired
    Places places;

    @Autowired
    SchematicCounty county;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void drawn() {
        county.draw();
    }

    @Test
    void theDivisionsAreThereFromTheFirstStart() {
        assertThat(places.children(COUNTY)).hasSize(20);
        assertThat(places.children(COUNTY)).flatMap(town -> places.children(town.code())).hasSize(281);
    }

    @Test
    void theCountyIsDrawnOnce() {
        assertThat(county.draw()).isFalse();
    }

    @Test
    void theDrawnCountyHas1720Grids() {
        assertThat(places.gridsOf(COUNTY)).hasSize(1_720);
    }

    @Test
    void everyGridIsFoundByItsLabelPoint() {
        assertThat(places.gridsOf(COUNTY)).allSatisfy(grid ->
                assertThat(places.gridAt(grid.labelPoint())).contains(grid));
    }

    @Test
    void aPointOutsideTheCountyHasNoGrid() {
        assertThat(places.gridAt(new LonLat(103.5, 36.0))).isEmpty();
    }

    @Test
    void thereAre18TownshipCentresAndTheCountys() {
        assertThat(places.centers()).filteredOn(center -> center.level() == CenterLevel.TOWN).hasSize(18);
        assertThat(places.centers()).filteredOn(center -> center.level() == CenterLevel.COUNTY)
                .singleElement().extracting(Center::floorAreaM2).isEqualTo(3_500);
    }

    @Test
    void eighteenCentresManageAllTwentyTowns() {
        assertThat(places.centers()).flatMap(center -> places.townsOf(center.id(), TODAY))
                .containsExactlyInAnyOrderElementsOf(places.children(COUNTY).stream().map(Area::code).toList());
    }

    @Test
    void twoTownsAreInCustody() {
        assertThat(places.jurisdictions(TODAY)).filteredOn(Jurisdiction::custody)
                .extracting(Jurisdiction::area)
                .containsExactly(new AreaCode("620123212"), new AreaCode("620123213"));
    }

    @Test
    void theCustodyOfATownLiesWithTheCentreOfAnother() {
        CenterId custodian = places.managingCenter(new AreaCode("620123213"), TODAY);

        assertThat(places.center(custodian)).map(Center::seat).contains(new AreaCode("620123214"));
    }

    @Test
    void beforeTheFirstDayNoCentreManages() {
        assertThatExceptionOfType(NoManagingCenter.class)
                .isThrownBy(() -> places.managingCenter(new AreaCode("620123100"), LocalDate.of(2020, 1, 1)));
    }

    @Test
    void anAreaHasOneCentreOnADay() {
        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> jdbc.sql("""
                insert into place.jurisdiction (area, center, custody, basis, valid_from)
                values ('620123100', '620123-02', true, 'test', date '2025-01-01')
                """).update());
    }

    @Test
    void theServerMayNotDeleteAreas() {
        assertThatThrownBy(() -> jdbc.sql("delete from place.area where code = :code").param("code", "62").update())
                .hasStackTraceContaining("permission denied");
    }
}
