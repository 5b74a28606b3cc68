package org.hejie.org.signin;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes, one lane: the least OWASP's password storage advice takes, about a tenth of
 * a second here. At most {@value #AT_ONCE} are reckoned at a time, so that a burst of sign-ins neither fills the
 * memory nor starves the two cores; others wait a moment.
 */
@Component
class PasswordHashes {

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Argon2PasswordEncoder argon2;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final String nobodys;

    /** @param quick hashes that protect nothing, for accounts of the demo county and of tests; refused for any other */
    PasswordHashes(@Value("${hejie.quick-passwords:false}") boolean quick, Environment environment) {
        if (quick && !environment.matchesProfiles("demo | test")) {
            throw new IllegalStateException("hejie.quick-passwords is for the demo county and for tests alone");
        }
        this.argon2 = quick ? argon2(64, 1) : argon2(19 * 1024, 2);
        this.nobodys = argon2.encode(Tokens.fresh(""));
    }

    /** @param memory in KiB */
    private static Argon2PasswordEncoder argon2(int memory, int passes) {
        return new Argon2PasswordEncoder(16, 32, 1, memory, passes);
    }

    /** @throws Problem TOO_MANY_REQUESTS if too many are waiting */
    String hash(String password) {
        return inTurn(() -> argon2.encode(password));
    }

    /** @throws Problem TOO_MANY_REQUESTS if too many are waiting */
    boolean matches(String password, String hash) {
        return inTurn(() -> argon2.matches(password, hash));
    }

    /** Does the work of a comparison for a name that has no password. */
    void matchesNobody(String password) {
        matches(password, nobodys);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.retryAfter(ProblemType.TOO_MANY_REQUESTS, PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.retryAfter(ProblemType.TOO_MANY_REQUESTS, PATIENCE);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
