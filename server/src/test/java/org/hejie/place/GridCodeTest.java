package org.hejie.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class GridCodeTest {

    private static final AreaCode VILLAGE = new AreaCode("620123100201");

    @Test
    void aGridCodeIsItsVillageAndThreeDigits() {
        GridCode code = GridCode.of(VILLAGE, 7);

        assertThat(code.value()).isEqualTo("620123100201007");
        assertThat(code.village()).isEqualTo(VILLAGE);
        assertThat(code.town()).isEqualTo(new AreaCode("620123100"));
        assertThat(code.sequence()).isEqualTo(7);
    }

    @Test
    void aGridLiesInItsCounty() {
        assertThat(GridCode.of(VILLAGE, 1).isWithin(new AreaCode("620123"))).isTrue();
        assertThat(GridCode.of(VILLAGE, 1).isWithin(new AreaCode("620123101"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000})
    void aNumberOutOfRangeIsRefused(int sequence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GridCode.of(VILLAGE, sequence))
                .withMessage("a grid's number in its village is 1 to 999");
    }

    @Test
    void aTownHasNoGridsOfItsOwn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GridCode.of(new AreaCode("620123100"), 1))
                .withMessage("a grid belongs to a village, not to a TOWN");
    }

    @ParameterizedTest
    @CsvSource({
        "'', the grid code is empty",
        "62012310020107, 'a grid code has 15 digits, this one has 14'",
        "62012310020100A, the grid code has something other than a digit at position 15",
        "620123100201000, a grid's number in its village starts at 1",
        "620123100000001, a VILLAGE code must not end in zeros only; padded codes are read by AreaCode.parse"
    })
    void aBadCodeIsNamedClearly(String code, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> new GridCode(code)).withMessage(message);
    }

    @Test
    void inJsonACodeIsText() {
        GridCode code = GridCode.of(VILLAGE, 7);
        JsonMapper json = JsonMapper.shared();

        assertThat(json.readValue(json.writeValueAsString(code), GridCode.class)).isEqualTo(code);
    }
}
