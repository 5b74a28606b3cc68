package org.hejie.place.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.hejie.place.AreaCode;
import org.hejie.place.Center;
import org.hejie.place.Jurisdiction;
import org.junit.jupiter.api.Test;

class SchematicCentersTest {

    private final SchematicCenters centers = new SchematicCenters(PlaceFiles.areas(), YuzhongFixture.FROM);

    @Test
    void nineteenCentresAreNamedAfterTheirSeats() {
        assertThat(centers.centers()).hasSize(19)
                .extracting(Center::name).contains("榆中县综治中心", "哈岘乡综治中心").doesNotContain("上花岔乡综治中心");
    }

    @Test
    void everyTownAndTheCountyHaveOneCentre() {
        assertThat(centers.jurisdictions()).hasSize(21)
                .extracting(Jurisdiction::area).doesNotHaveDuplicates().contains(new AreaCode("620123"));
    }

    @Test
    void custodySaysThatItIsAnAssumption() {
        assertThat(centers.jurisdictions()).filteredOn(Jurisdiction::custody).hasSize(2)
                .allSatisfy(jurisdiction -> assertThat(jurisdiction.basis()).contains("假设"));
    }
}
