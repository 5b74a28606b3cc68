package org.hejie.shared.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * Finds equal values without reading them: the first 16 bytes of an HMAC-SM3 under a key of its own.
 * Values of different kinds never meet, e.g. a phone and a document with the same digits.
 */
@Component
public final class BlindIndex {

    /** Length of an index in bytes. */
    public static final int LENGTH = 16;

    private static final byte[] SEPARATOR = {0};

    private final HmacSm3 mac;

    /** Indexes under a key derived from the ring, the same after every rotation. */
    public BlindIndex(KeyRing keys) {
        mac = new HmacSm3(keys.derive("blind-index", 32));
    }

    /**
     * The index of one value.
     *
     * @param kind  what it is, e.g. {@code phone}
     * @param value already brought to its one form: no blanks, capital letters
     */
    public byte[] of(String kind, String value) {
        byte[] tag = mac.of(
                kind.getBytes(StandardCharsets.UTF_8), SEPARATOR, value.getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(tag, LENGTH);
    }
}
