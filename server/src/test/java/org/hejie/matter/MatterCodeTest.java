package org.hejie.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatterCodeTest {

    private static final MatterCode CODE = MatterCode.of("620123", LocalDate.of(2026, 11, 23), SourceLine.HOTLINE, 17);

    @Test
    void isReadAsPeopleTypeIt() {
        String code = CODE.value();
        String typed = code.substring(0, 6) + " " + code.substring(6, 14) + "-" + code.substring(14).toLowerCase(Locale.ROOT);

        assertThat(code).startsWith("62012320261123400017").hasSize(21);
        assertThat(MatterCode.read(typed)).isEqualTo(CODE);
        assertThat(MatterCode.ifRead(typed)).contains(CODE);
    }

    /** A wrong letter, a letter no code has, one too few, one too many, words, nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"72012320261123400017", "I2012320261123400017", "6201232026112340001", "620123202611234000170", "邻里噪音扰民", ""})
    void whatIsNoCodeIsNotRead(String body) {
        String typed = body + CODE.value().charAt(20);

        assertThat(MatterCode.ifRead(typed)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> MatterCode.read(typed));
    }

    @Test
    void swappedNeighboursAreNoticed() {
        String code = CODE.value();

        assertThat(MatterCode.ifRead(code.substring(0, 4) + code.charAt(5) + code.charAt(4) + code.substring(6))).isEmpty();
    }
}
