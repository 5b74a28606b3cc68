package org.hejie.shared.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HmacSm3Test {

    private static final byte[] KEY = "a key of the test".getBytes();

    /** RFC 2104, written out: H(key ^ opad, H(key ^ ipad, message)) with SM3's block of 64 bytes. */
    @Test
    void isTheConstructionOfRfc2104() {
        byte[] message = "message".getBytes();
        byte[] inner = new Sm3().add(padded(0x36)).add(message).finish();

        assertThat(new HmacSm3(KEY).of(message)).isEqualTo(new Sm3().add(padded(0x5c)).add(inner).finish());
    }

    @Test
    void givesTheSameAnswerAgain() {
        HmacSm3 mac = new HmacSm3(KEY);

        assertThat(mac.of(new byte[] {1})).isEqualTo(mac.of(new byte[] {1}));
    }

    private static byte[] padded(int pad) {
        byte[] block = Arrays.copyOf(KEY, 64);
        for (int i = 0; i < block.length; i++) {
            block[i] ^= (byte) pad;
        }
        return block;
    }
}
