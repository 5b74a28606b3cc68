package org.hejie.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hejie.place.AreaCode;
import org.hejie.place.GridCode;
import org.hejie.place.SchematicCounty;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HejieTest
class CountyUnitsTest {

    @Autowired SchematicCounty county;
    @Autowired CountyUnits building;
    @Autowired Units units;
    @Autowired UnitRegister register;
    @Autowired TestStaff staff;

    @BeforeEach
    void build() {
        county.draw();
        building.build();
    }

    @Test
    void buildingTwiceAddsNothing() {
        assertThat(building.build()).isZero();
    }

    @Test
    void departmentsAddedByHandNeedNoAreaAndNoEnglishName() {
        UnitId added = register.add(staff.systemAdmin().actor(), new NewUnit("no-area", UnitKind.DEPARTMENT, "临时专班", null, null));

        assertThat(building.build()).isZero();
        assertThat(units.get(added).nameEn()).isNull();
    }

    @Test
    void thereIsAUnitForEachGridVillageAndCentre() {
        assertThat(units.all()).filteredOn(unit -> unit.kind() == UnitKind.GRID).hasSize(1720);
        assertThat(units.all()).filteredOn(unit -> unit.kind() == UnitKind.VILLAGE).hasSize(281);
        assertThat(units.all()).filteredOn(unit -> unit.kind() == UnitKind.TOWN_CENTER).hasSize(18);
    }

    @Test
    void aGridLiesBelowVillageManagingCentreAndCounty() {
        // 园子岔乡 (620123212) is managed by the centre of 贡井镇 (11) in the demo county
        Unit grid = units.all().stream().filter(unit -> unit.code().startsWith("620123212") && unit.kind() == UnitKind.GRID)
                .findFirst().orElseThrow();

        List<String> lineage = units.lineage(grid.id()).stream().map(id -> units.get(id).code()).toList();

        assertThat(lineage).containsExactly(grid.code(), grid.code().substring(0, 12), "620123-11", "620123");
    }

    @Test
    void aTownUnderCustodyIsManagedByItsNeighbour() {
        assertThat(units.ofTown(AreaCode.parse("620123212")).code()).isEqualTo("620123-11");
    }

    @Test
    void departmentsLieBelowTheCounty() {
        Unit housing = units.byCode("housing").orElseThrow();

        assertThat(units.lineage(housing.id())).containsExactly(housing.id(), units.county().id());
    }

    @Test
    void eachLineButTheGridsHasItsUnit() {
        assertThat(units.ofLine(4)).map(Unit::code).contains("hotline");
        assertThat(units.ofLine(8)).contains(units.countyCenter());
        assertThat(units.ofLine(5)).isEmpty();
    }

    @Test
    void aGridIsFoundByItsCode() {
        Unit grid = units.all().stream().filter(unit -> unit.kind() == UnitKind.GRID).findFirst().orElseThrow();

        assertThat(units.ofGrid(new GridCode(grid.code()))).contains(grid);
    }
}
