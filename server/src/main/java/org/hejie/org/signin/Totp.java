package org.hejie.org.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes by the time (RFC 6238 over RFC 4226): a new code each 30 seconds.
 *
 * @param algorithm a MAC of the JDK, such as {@code HmacSHA1}, which every authenticator application knows
 * @param digits    of a code, 6 to 8
 */
record Totp(String algorithm, int digits) {

    /** What authenticator applications take for granted. */
    static final Totp USUAL = new Totp("HmacSHA1", 6);

    private static final int STEP_SECONDS = 30;
    private static final int[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    /** Number of the 30-second step at this time. */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step. */
    String code(byte[] secret, long step) {
        byte[] tag = mac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = tag[tag.length - 1] & 0xf;
        int truncated = ByteBuffer.wrap(tag).getInt(offset) & 0x7fffffff;
        return String.format("%0" + digits + "d", truncated % POWERS[digits]);
    }

    /**
     * The step whose code this is: the present one, or one before or after for a clock that is a little off.
     *
     * @param after steps up to this one are refused, for their codes may have been used
     */
    OptionalLong stepOf(byte[] secret, String code, Instant now, long after) {
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - 1; step <= step(now) + 1; step++) {
            if (step > after && MessageDigest.isEqual(bytes(code(secret, step)), bytes(code))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static byte[] bytes(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] mac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
