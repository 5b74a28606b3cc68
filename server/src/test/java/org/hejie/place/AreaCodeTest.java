package org.hejie.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class AreaCodeTest {

    @ParameterizedTest
    @CsvSource({"62, PROVINCE", "6201, CITY", "620123, COUNTY", "620123100, TOWN", "620123100001, VILLAGE"})
    void theLengthTellsTheLevel(String code, AreaLevel level) {
        assertThat(new AreaCode(code).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "620000000000, 62", "620000, 62", "620100000000, 6201", "620100, 6201", "620123000, 620123",
        "620123000000, 620123", "620123100000, 620123100", "620123100201, 620123100201", "620123100, 620123100"
    })
    void paddingZerosAreReadAway(String padded, String code) {
        assertThat(AreaCode.parse(padded)).isEqualTo(new AreaCode(code));
    }

    @Test
    void aTownIsPaddedToTwelveDigits() {
        assertThat(new AreaCode("620123100").padded()).isEqualTo("620123100000");
    }

    @Test
    void aVillageLiesInItsTownAndCounty() {
        AreaCode village = new AreaCode("620123100201");

        assertThat(village.town()).isEqualTo(new AreaCode("620123100"));
        assertThat(village.county()).isEqualTo(new AreaCode("620123"));
        assertThat(village.isWithin(new AreaCode("620123"))).isTrue();
        assertThat(village.isWithin(new AreaCode("620123101"))).isFalse();
    }

    @Test
    void everyAreaIsWithinItself() {
        assertThat(new AreaCode("620123").isWithin(new AreaCode("620123"))).isTrue();
    }

    @Test
    void theParentIsOneLevelUp() {
        assertThat(new AreaCode("620123100201").parent()).contains(new AreaCode("620123100"));
        assertThat(new AreaCode("62").parent()).isEmpty();
    }

    @Test
    void aCountyNamesNoTown() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new AreaCode("620123").town())
                .withMessage("a COUNTY code names no TOWN");
    }

    @ParameterizedTest
    @CsvSource({
        "'', the area code is empty",
        "6201231, 'an area code has 2, 4, 6, 9 or 12 digits, this one has 7'",
        "62012x, the area code has something other than a digit at position 6",
        "６２, the area code has something other than a digit at position 1",
        "00, a PROVINCE code must not end in zeros only; padded codes are read by AreaCode.parse",
        "620123000, a TOWN code must not end in zeros only; padded codes are read by AreaCode.parse"
    })
    void aBadCodeIsNamedClearly(String code, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AreaCode(code)).withMessage(message);
    }

    @Test
    void inJsonACodeIsText() {
        JsonMapper json = JsonMapper.shared();

        assertThat(json.writeValueAsString(new AreaCode("620123"))).isEqualTo("\"620123\"");
        assertThat(json.readValue("\"620123100000\"", AreaCode.class)).isEqualTo(new AreaCode("620123100"));
    }
}
