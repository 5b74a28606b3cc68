package org.hejie.shared.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sm3Test {

    /** GB/T 32905-2016, appendix A.1. */
    @Test
    void hashesTheFirstExampleOfTheStandard() {
        assertThat(hex(Sm3.hash("abc".getBytes(US_ASCII))))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    /** GB/T 32905-2016, appendix A.2. */
    @Test
    void hashesTheSecondExampleOfTheStandard() {
        assertThat(hex(Sm3.hash("abcd".repeat(16).getBytes(US_ASCII))))
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void startsAnewAfterEachHash() {
        Sm3 sm3 = new Sm3();
        sm3.add(new byte[] {1, 2, 3}).finish();

        assertThat(hex(sm3.add("abc".getBytes(US_ASCII)).finish())).startsWith("66c7f0f4");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
