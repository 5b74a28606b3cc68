package org.hejie.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LonLatTest {

    @ParameterizedTest
    @CsvSource({"180.1, 0", "-180.1, 0", "NaN, 0", "0, 90.1", "0, -90.1", "0, NaN", "Infinity, 0"})
    void aPointThatIsNotOnTheEarthIsRefused(double lon, double lat) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LonLat(lon, lat))
                .withMessageMatching("the (longitude|latitude) must lie between .* degrees");
    }

    @Test
    void aDegreeOfLatitudeIsAbout111Kilometres() {
        double metres = new LonLat(104, 35).metresTo(new LonLat(104, 36));

        assertThat(metres).isCloseTo(111_195, Percentage.withPercentage(0.1));
    }
}
