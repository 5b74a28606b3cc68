package org.hejie.org.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = ascii("12345678901234567890");

    /** RFC 6238, appendix B, with the secrets of its erratum 2866 (20, 32 and 64 bytes). */
    @ParameterizedTest
    @CsvSource({
            "59,94287082,46119246,90693936",
            "1111111109,07081804,68084774,25091201",
            "1111111111,14050471,67062674,99943326",
            "1234567890,89005924,91819424,93441116",
            "2000000000,69279037,90698825,38618901",
            "20000000000,65353130,77737706,47863826"})
    void codesAreThoseOfTheRfc(long second, String sha1, String sha256, String sha512) {
        long step = Totp.step(Instant.ofEpochSecond(second));

        assertThat(new Totp("HmacSHA1", 8).code(SECRET, step)).isEqualTo(sha1);
        assertThat(new Totp("HmacSHA256", 8).code(ascii("12345678901234567890123456789012"), step)).isEqualTo(sha256);
        assertThat(new Totp("HmacSHA512", 8)
                .code(ascii("1234567890123456789012345678901234567890123456789012345678901234"), step)).isEqualTo(sha512);
    }

    @Test
    void theCodeOfTheStepBeforeStillCounts() {
        Instant now = Instant.parse("2026-11-24T01:00:10Z");
        String before = Totp.USUAL.code(SECRET, Totp.step(now) - 1);

        assertThat(Totp.USUAL.stepOf(SECRET, before, now, 0)).hasValue(Totp.step(now) - 1);
    }

    @Test
    void aCodeOfTwoStepsAgoCountsNoMore() {
        Instant now = Instant.parse("2026-11-24T01:00:10Z");

        assertThat(Totp.USUAL.stepOf(SECRET, Totp.USUAL.code(SECRET, Totp.step(now) - 2), now, 0)).isEmpty();
    }

    @Test
    void theSameCodeIsRefusedASecondTime() {
        Instant now = Instant.parse("2026-11-24T01:00:10Z");
        long step = Totp.step(now);

        assertThat(Totp.USUAL.stepOf(SECRET, Totp.USUAL.code(SECRET, step), now, step)).isEmpty();
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void base32IsThatOfTheRfc(String plain, String encoded) {
        assertThat(Base32.encode(ascii(plain))).isEqualTo(encoded);
        assertThat(Base32.decode(encoded)).isEqualTo(ascii(plain));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
