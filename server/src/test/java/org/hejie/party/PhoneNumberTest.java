package org.hejie.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "13800138000,          MOBILE,   13800138000,  138****8000",
        "138 0013-8000,        MOBILE,   13800138000,  138****8000",
        "+86 13800138000,      MOBILE,   13800138000,  138****8000",
        "008613800138000,      MOBILE,   13800138000,  138****8000",
        "１３８００１３８０００,  MOBILE,   13800138000,  138****8000",
        "0931-5221234,         LANDLINE, 09315221234,  0931***1234",
        "(0931)5221234转8001,  LANDLINE, 09315221234,  0931***1234",
        "010-65551234,         LANDLINE, 01065551234,  010****1234",
        "5221234,              LANDLINE, 5221234,      ***1234",
        "12345,                SERVICE,  12345,        12345",
        "+852 2345 6789,       OTHER,    85223456789,  *******6789",
    })
    void isRecognisedSearchedAndMasked(String typed, PhoneNumber.Kind kind, String digits, String masked) {
        PhoneNumber phone = new PhoneNumber(typed);

        assertThat(phone.kind()).isEqualTo(kind);
        assertThat(phone.digits()).isEqualTo(digits);
        assertThat(phone).hasToString(masked);
    }

    @ParameterizedTest
    @CsvSource({"'无', NO_DIGITS", "' ', BLANK", "138****8000, MASKED"})
    void whatIsNoPhoneIsRefused(String typed, RefusedValue.Code code) {
        assertThatThrownBy(() -> new PhoneNumber(typed)).isInstanceOfSatisfying(RefusedValue.class,
                refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void keepsTheExtensionAsTyped() {
        assertThat(new PhoneNumber(" 0931-5221234 转 8001 ").typed()).isEqualTo("0931-5221234 转 8001");
    }
}
