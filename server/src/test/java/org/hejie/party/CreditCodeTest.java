package org.hejie.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditCodeTest {

    private static final String EXAMPLE = "91350100M000100Y43";

    /** GB 32100-2015, the example of its appendix. */
    @Test
    void theExampleOfTheStandardPasses() {
        assertThat(new CreditCode("91350100m000100y43").check()).isEqualTo(DocumentCheck.PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y44, CHECK_DIGIT",
        "91350100M000100Y4,  LENGTH",
        "91350100I000100Y43, CHARACTERS",
    })
    void aWrongCodeWarnsWhy(String code, DocumentCheck.Code why) {
        assertThat(new CreditCode(code).check()).isEqualTo(DocumentCheck.warned(why));
    }

    @Test
    void anySingleWrongCharacterWarns() {
        for (int at = 0; at < EXAMPLE.length(); at++) {
            for (char character : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
                String wrong = EXAMPLE.substring(0, at) + character + EXAMPLE.substring(at + 1);

                assertThat(new CreditCode(wrong).check().needsCorrection()).as("place %d, %s", at, character)
                        .isEqualTo(!wrong.equals(EXAMPLE));
            }
        }
    }
}
