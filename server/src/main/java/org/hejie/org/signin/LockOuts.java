package org.hejie.org.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.hejie.shared.Times;
import org.hejie.shared.crypto.BlindIndex;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts failed sign-ins by the name that was typed, whether there is such an account or not, so that a lock-out
 * tells nobody which names exist. Stored is a keyed hash: people type passwords into the name field.
 */
@Component
class LockOuts {

    private final JdbcClient jdbc;
    private final BlindIndex index;
    private final SignInSettings settings;
    private final Clock clock;

    LockOuts(JdbcClient jdbc, BlindIndex index, SignInSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.index = index;
        this.settings = settings;
        this.clock = clock;
    }

    /** How long the name is still locked, if it is. */
    Optional<Duration> left(String username) {
        Instant now = clock.instant();
        return jdbc.sql("select locked_until from org.lock_out where name_index = :name and locked_until > :now")
                .param("name", of(username)).param("now", Times.utc(now))
                .query(OffsetDateTime.class).optional()
                .map(until -> Duration.between(now, until.toInstant()));
    }

    /** @throws Problem LOCKED_OUT while the name is locked */
    void requireOpen(String username) {
        Optional<Duration> locked = left(username);
        if (locked.isPresent()) {
            throw Problem.retryAfter(ProblemType.LOCKED_OUT, locked.get());
        }
    }

    /** One more failure; true if it locks the name. Failures before the span that counts are forgotten. */
    boolean failed(String username) {
        Instant now = clock.instant();
        return jdbc.sql("""
                insert into org.lock_out as known (name_index, failures, last_at)
                values (:name, 1, :now)
                on conflict (name_index) do update
                   set failures = case when known.last_at < :since or known.locked_until <= :now
                                       then 1 else known.failures + 1 end,
                       last_at = excluded.last_at,
                       locked_until = case when known.last_at >= :since
                                             and (known.locked_until is null or known.locked_until > :now)
                                             and known.failures + 1 >= :limit
                                           then :until end
                returning locked_until is not null
                """)
                .param("name", of(username)).param("now", Times.utc(now))
                .param("since", Times.utc(now.minus(settings.lockOutSpan())))
                .param("until", Times.utc(now.plus(settings.lockOutSpan())))
                .param("limit", settings.lockOutFailures())
                .query(Boolean.class).single();
    }

    /** The name signed in: its failures are forgotten, and everybody's of yesterday. */
    void forget(String username) {
        jdbc.sql("delete from org.lock_out where name_index = :name or last_at < :old")
                .param("name", of(username)).param("old", Times.utc(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    private byte[] of(String username) {
        return index.of("username", username);
    }
}
