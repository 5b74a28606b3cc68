package org.hejie.matter.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.hejie.matter.MatterId;
import org.hejie.matter.Registered.Receipt;
import org.hejie.shared.crypto.HmacSm3;
import org.hejie.shared.crypto.KeyRing;
import org.springframework.stereotype.Component;

/**
 * Makes what a resident takes home and the hashes the system keeps of it: a query code of six characters to type
 * with the matter's code, and an opaque token of 128 bits for the QR.
 */
@Component
class Doors {

    /** Without characters that are misread. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUWXY";
    private static final int QUERY_LENGTH = 6;
    private static final int TOKEN_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final ThreadLocal<HmacSm3> mac;

    Doors(KeyRing keys) {
        byte[] key = keys.derive("resident-door", 32);
        this.mac = ThreadLocal.withInitial(() -> new HmacSm3(key));
    }

    Receipt make() {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        var query = new StringBuilder();
        for (int i = 0; i < QUERY_LENGTH; i++) {
            query.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new Receipt(query.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /** The kept form of a query code, bound to its matter. */
    byte[] queryHash(MatterId matter, String queryCode) {
        return mac.get().of(ByteBuffer.allocate(Long.BYTES).putLong(matter.value()).array(),
                queryCode.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    /** The kept form of a token. */
    byte[] tokenHash(String token) {
        return mac.get().of("token".getBytes(StandardCharsets.UTF_8), token.strip().getBytes(StandardCharsets.UTF_8));
    }
}
