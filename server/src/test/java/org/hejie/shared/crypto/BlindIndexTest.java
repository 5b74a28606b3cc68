package org.hejie.shared.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BlindIndexTest {

    private final BlindIndex index = new BlindIndex(ring(Map.of(1, new byte[32])));

    @Test
    void equalValuesMeet() {
        assertThat(index.of("phone", "13800138000")).isEqualTo(index.of("phone", "13800138000")).hasSize(16);
    }

    @Test
    void equalDigitsOfDifferentKindsDoNotMeet() {
        assertThat(index.of("phone", "13800138000")).isNotEqualTo(index.of("document", "13800138000"));
    }

    @Test
    void aRotationKeepsTheIndex() {
        byte[] other = new byte[32];
        other[0] = 1;

        assertThat(new BlindIndex(ring(Map.of(1, new byte[32], 2, other))).of("phone", "1"))
                .isEqualTo(index.of("phone", "1"));
    }

    private static KeyRing ring(Map<Integer, byte[]> secrets) {
        return new KeyRing(secrets);
    }
}
