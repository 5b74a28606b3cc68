package org.hejie.matter.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.hejie.matter.MatterId;
import org.hejie.matter.Registered.Receipt;
import org.hejie.shared.crypto.HmacSm3;
import org.hejie.shared.crypto.KeyRing;
import org.springframework.stereotype.Component;

/**
 * Makes what a resident takes home: a query code of six characters to type with the matter's code, and an opaque
 * token of 128 bits for the QR. Both are derived from the county's key, the matter and a generation, so a lost slip
 * can be printed again and an abused one revoked by the next generation; the database keeps hashes alone.
 */
@Component
class Doors {

    /** Without characters that are misread. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUWXY";
    private static final int QUERY_LENGTH = 6;
    private static final int TOKEN_BYTES = 16;

    private final HmacSm3 maker;
    private final HmacSm3 keeper;

    Doors(KeyRing keys) {
        maker = new HmacSm3(keys.derive("resident-door", 32));
        keeper = new HmacSm3(keys.derive("resident-door-hash", 32));
    }

    /** @param generation 1, and one more each time the slip before it was revoked */
    Receipt make(MatterId matter, int generation) {
        byte[] query = maker.of(text("query"), number(matter, generation));
        byte[] token = maker.of(text("token"), number(matter, generation));
        var code = new StringBuilder();
        for (int i = 0; i < QUERY_LENGTH; i++) {
            code.append(ALPHABET.charAt(((query[2 * i] & 0xff) << 8 | query[2 * i + 1] & 0xff) % ALPHABET.length()));
        }
        return new Receipt(code.toString(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(token, TOKEN_BYTES)));
    }

    /** The kept form of a query code, bound to its matter. */
    byte[] queryHash(MatterId matter, String queryCode) {
        return keeper.of(number(matter, 0), text(queryCode.strip().toUpperCase(Locale.ROOT)));
    }

    /** The kept form of a token. */
    byte[] tokenHash(String token) {
        return keeper.of(text("token"), text(token.strip()));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] number(MatterId matter, int generation) {
        return ByteBuffer.allocate(Long.BYTES + Integer.BYTES).putLong(matter.value()).putInt(generation).array();
    }
}
