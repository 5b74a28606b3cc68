package org.hejie.org.signin;

import java.security.SecureRandom;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.hejie.shared.crypto.Sm3;

/** Tokens nobody can guess: 256 random bits. Stored is their SM3, which for such a value needs no salt. */
final class Tokens {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {
    }

    static String fresh(String prefix) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    static byte[] hash(String token) {
        return Sm3.hash(token.getBytes(StandardCharsets.UTF_8));
    }
}
