package org.hejie.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdCardNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String EXAMPLE = "11010519491231002X";

    @ParameterizedTest
    @ValueSource(strings = {EXAMPLE, "11010519491231002x", " 110105 19491231 002x ", "１１０１０５１９４９１２３１００２Ｘ"})
    void theExampleOfTheStandardPassesHoweverTyped(String typed) {
        assertThat(new IdCardNumber(typed).check(TODAY)).isEqualTo(DocumentCheck.PASSED);
        assertThat(new IdCardNumber(typed).value()).isEqualTo(EXAMPLE);
    }

    @ParameterizedTest
    @CsvSource({
        "110105194912310021, CHECK_DIGIT",
        "11010519491331002X, BIRTH_DATE",
        "11010518491231002X, BIRTH_DATE",
        "110105203001010011, BIRTH_DATE",
        "1101051949123100,   LENGTH",
        "110105491231002,    FIRST_GENERATION",
        "1101051949X231002X, CHARACTERS",
    })
    void aWrongNumberWarnsWhy(String number, DocumentCheck.Code code) {
        assertThat(new IdCardNumber(number).check(TODAY)).isEqualTo(DocumentCheck.warned(code));
    }

    /** GB 11643 takes ISO 7064 MOD 11-2, which finds every single wrong digit. */
    @Test
    void anySingleWrongDigitWarns() {
        for (int at = 0; at < EXAMPLE.length(); at++) {
            for (char digit : "0123456789".toCharArray()) {
                String wrong = EXAMPLE.substring(0, at) + digit + EXAMPLE.substring(at + 1);

                assertThat(new IdCardNumber(wrong).check(TODAY).needsCorrection()).as("place %d, digit %s", at, digit)
                        .isEqualTo(!wrong.equals(EXAMPLE));
            }
        }
    }

    @Test
    void anyTwoNeighboursExchangedWarn() {
        long seed = 7;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 1_000; i++) {
            String number = withCheckDigit("620123%04d%02d%02d%03d".formatted(1950 + random.nextInt(60),
                    1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(1_000)));
            int at = random.nextInt(16);
            String swapped = number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);

            assertThat(new IdCardNumber(swapped).check(TODAY).needsCorrection()).as("seed %d, case %d", seed, i)
                    .isEqualTo(!swapped.equals(number));
        }
    }

    @Test
    void tellsTheBirthDate() {
        assertThat(new IdCardNumber(EXAMPLE).birthDate()).contains(LocalDate.of(1949, 12, 31));
    }

    @Test
    void tellsTheBirthDateOfTheFirstGeneration() {
        assertThat(new IdCardNumber("110105491231002").birthDate()).contains(LocalDate.of(1949, 12, 31));
    }

    @Test
    void printsMasked() {
        assertThat(new IdCardNumber(EXAMPLE)).hasToString("110105********002X");
    }

    private static String withCheckDigit(String first17) {
        for (char last : "0123456789X".toCharArray()) {
            if (!new IdCardNumber(first17 + last).check(TODAY).needsCorrection()) {
                return first17 + last;
            }
        }
        throw new IllegalStateException("no check digit fits");
    }
}
