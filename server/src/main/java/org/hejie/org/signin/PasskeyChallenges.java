package org.hejie.org.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What devices are asked to sign: once, for a while, and from the browser that began. */
@Repository
class PasskeyChallenges {

    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final SignInSettings settings;
    private final Clock clock;

    PasskeyChallenges(JdbcClient jdbc, SignInSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** How long one is good. */
    Duration lasts() {
        return settings.passkeyChallengeSpan();
    }

    /** A fresh one, for what was begun. */
    String begin(String begun) {
        String challenge = Tokens.fresh("");
        Instant now = clock.instant();
        jdbc.sql("delete from org.passkey_challenge where expires_at < :old").param("old", Times.utc(now.minus(KEPT))).update();
        jdbc.sql("""
                insert into org.passkey_challenge (challenge_hash, bound_to, begun_at, expires_at)
                values (:challenge, :bound, :now, :expiresAt)
                """)
                .param("challenge", Tokens.hash(challenge)).param("bound", Tokens.hash(begun))
                .param("now", Times.utc(now)).param("expiresAt", Times.utc(now.plus(lasts())))
                .update();
        return challenge;
    }

    /** Uses it up. @throws Problem PASSKEY with CHALLENGE_UNKNOWN, CHALLENGE_USED, CHALLENGE_EXPIRED */
    void use(String challenge, String begun) {
        boolean used = jdbc.sql("""
                update org.passkey_challenge set used_at = :now
                 where challenge_hash = :challenge and bound_to = :bound and used_at is null and expires_at > :now
                """)
                .param("challenge", Tokens.hash(challenge)).param("bound", Tokens.hash(begun))
                .param("now", Times.utc(clock.instant())).update() == 1;
        if (!used) {
            throw Problem.of(ProblemType.PASSKEY, why(challenge, begun));
        }
    }

    private String why(String challenge, String begun) {
        return jdbc.sql("""
                select case when used_at is null then 'CHALLENGE_EXPIRED' else 'CHALLENGE_USED' end
                  from org.passkey_challenge
                 where challenge_hash = :challenge and bound_to = :bound
                """)
                .param("challenge", Tokens.hash(challenge)).param("bound", Tokens.hash(begun))
                .query(String.class).optional().orElse("CHALLENGE_UNKNOWN");
    }
}
