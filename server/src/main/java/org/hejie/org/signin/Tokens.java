package org.hejie.org.signin;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.hejie.shared.crypto.Sm3;

/** Tokens nobody can guess: 256 random bits. Stored is their SM3, which for such a value needs no salt. */
final class Tokens {

    private static final int BYTES = 32;
    private static final int CODE_LENGTH = 8;
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {
    }

    static String fresh(String prefix) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Eight letters and digits to be said or written down, none easily taken for another: 40 bits, for few tries. */
    static String code() {
        var code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(i == CODE_LENGTH / 2 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    static boolean same(byte[] hash, byte[] other) {
        return MessageDigest.isEqual(hash, other);
    }

    static byte[] hash(String token) {
        return Sm3.hash(token.getBytes(StandardCharsets.UTF_8));
    }
}
