package org.hejie.place.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.hejie.place.Area;
import org.hejie.place.AreaCode;
import org.hejie.place.CenterId;
import org.hejie.place.Jurisdiction;
import org.junit.jupiter.api.Test;

class PlaceSnapshotTest {

    private static final AreaCode TOWN = new AreaCode("620123210");
    private static final LocalDate START = LocalDate.of(2023, 6, 30);
    private static final LocalDate RENAMED = LocalDate.of(2025, 3, 1);
    private static final LocalDate ABOLISHED = LocalDate.of(2026, 3, 1);

    private static final CenterId OWN = new CenterId("620123-17");
    private static final CenterId NEIGHBOUR = new CenterId("620123-11");

    @Test
    void anAreaHasTheNameOfTheDay() {
        PlaceSnapshot snapshot = renamedThenAbolished();

        assertThat(snapshot.area(TOWN, RENAMED.minusDays(1))).map(Area::name).contains("中连川乡");
        assertThat(snapshot.area(TOWN, RENAMED)).map(Area::name).contains("中连川镇");
    }

    @Test
    void anAbolishedAreaIsNotInForce() {
        assertThat(renamedThenAbolished().area(TOWN, ABOLISHED)).isEmpty();
    }

    @Test
    void anAbolishedAreaStillHasItsLastName() {
        assertThat(renamedThenAbolished().areaOrLast(TOWN, ABOLISHED.plusYears(1)))
                .map(Area::name).contains("中连川镇");
    }

    @Test
    void anAbolishedAreaIsNoLongerAChild() {
        PlaceSnapshot snapshot = renamedThenAbolished();

        assertThat(snapshot.children(new AreaCode("620123"), ABOLISHED.minusDays(1))).hasSize(1);
        assertThat(snapshot.children(new AreaCode("620123"), ABOLISHED)).isEmpty();
    }

    @Test
    void anAreaThatIsYetToComeIsUnknown() {
        assertThat(renamedThenAbolished().areaOrLast(TOWN, START.minusDays(1))).isEmpty();
    }

    @Test
    void theCountyHas20TownsAsChildren() {
        assertThat(yuzhong().children(new AreaCode("620123"), RENAMED)).hasSize(20);
    }

    @Test
    void thePathOfAVillageStartsAtTheProvince() {
        assertThat(yuzhong().path(new AreaCode("620123100001"), RENAMED)).extracting(Area::name)
                .containsExactly("甘肃省", "兰州市", "榆中县", "城关镇", "兴隆路社区");
    }

    @Test
    void theGridsOfTheTownsAreTheGridsOfTheCounty() {
        PlaceSnapshot snapshot = yuzhong();
        long ofTowns = snapshot.children(new AreaCode("620123"), RENAMED).stream()
                .mapToLong(town -> snapshot.shapesOf(town.code(), RENAMED).count())
                .sum();

        assertThat(ofTowns).isEqualTo(1_720).isEqualTo(snapshot.shapesOf(new AreaCode("62"), RENAMED).count());
    }

    @Test
    void jurisdictionChangesWithTheDay() {
        PlaceSnapshot snapshot = takenIntoCustody();

        assertThat(snapshot.jurisdictionOver(TOWN, RENAMED.minusDays(1))).map(Jurisdiction::center).contains(OWN);
        assertThat(snapshot.jurisdictionOver(TOWN, RENAMED)).map(Jurisdiction::center).contains(NEIGHBOUR);
    }

    @Test
    void beforeTheFirstJurisdictionThereIsNone() {
        assertThat(takenIntoCustody().jurisdictionOver(TOWN, START.minusDays(1))).isEmpty();
    }

    @Test
    void aVillageIsManagedByItsTownsCentre() {
        assertThat(takenIntoCustody().jurisdictionOver(new AreaCode("620123210201"), RENAMED))
                .map(Jurisdiction::center).contains(NEIGHBOUR);
    }

    private static PlaceSnapshot renamedThenAbolished() {
        return new PlaceSnapshot(
                List.of(
                        Area.of(TOWN, "中连川镇", "Zhonglianchuan Town", RENAMED, ABOLISHED),
                        Area.of(TOWN, "中连川乡", "Zhonglianchuan Township", START, RENAMED)),
                List.of(), List.of(), List.of());
    }

    private static PlaceSnapshot takenIntoCustody() {
        return new PlaceSnapshot(List.of(), List.of(), List.of(), List.of(
                new Jurisdiction(TOWN, OWN, false, "test", START, RENAMED),
                new Jurisdiction(TOWN, NEIGHBOUR, true, "test", RENAMED, null)));
    }

    private static PlaceSnapshot yuzhong() {
        return new PlaceSnapshot(PlaceFiles.areas(), YuzhongFixture.GRIDS, List.of(), List.of());
    }
}
