package org.hejie.intake.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.hejie.shared.Times;
import org.hejie.shared.crypto.HmacSm3;
import org.hejie.shared.crypto.KeyRing;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what may be done only so often in an hour, over all servers and restarts. Addresses and codes are kept as
 * keyed hashes. An attempt is counted before it is made, so that many at once gain nothing.
 */
@Component
class Attempts {

    private static final Duration SPAN = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final HmacSm3 mac;
    private final Clock clock;

    Attempts(JdbcClient jdbc, KeyRing keys, Clock clock) {
        this.jdbc = jdbc;
        this.mac = new HmacSm3(keys.derive("attempts", 32));
        this.clock = clock;
    }

    private record Seen(long times, OffsetDateTime oldest) {
    }

    /**
     * Counts one.
     *
     * @param kind what is counted
     * @param key  for whom: an address or a code
     * @throws Problem 429 with the time to wait when there are more than {@code most} within an hour
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = Problem.class)
    public void count(String kind, String key, int most) {
        Instant now = clock.instant();
        byte[] what = hash(kind, key);
        jdbc.sql("""
                insert into intake.attempt (what, minute, times) values (:what, :minute, 1)
                on conflict (what, minute) do update set times = intake.attempt.times + 1
                """)
                .param("what", what).param("minute", minute(now)).update();
        Seen seen = jdbc.sql("select sum(times), min(minute) from intake.attempt where what = :what and minute > :since")
                .param("what", what).param("since", Times.utc(now.minus(SPAN)))
                .query((row, number) -> new Seen(row.getLong(1), row.getObject(2, OffsetDateTime.class))).single();
        if (seen.times() > most) {
            throw Problem.retryAfter(ProblemType.TOO_MANY_REQUESTS,
                    Duration.between(now, seen.oldest().toInstant().plus(SPAN)));
        }
    }

    /** Takes back one counted just now: it was no wrong guess. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void forgive(String kind, String key) {
        jdbc.sql("""
                update intake.attempt set times = times - 1
                 where what = :what and times > 0
                   and minute = (select max(minute) from intake.attempt where what = :what)
                """)
                .param("what", hash(kind, key)).update();
    }

    /** Forgets what is older than an hour. */
    @Transactional
    public void forget() {
        jdbc.sql("delete from intake.attempt where minute < :before")
                .param("before", Times.utc(clock.instant().minus(SPAN))).update();
    }

    private static OffsetDateTime minute(Instant now) {
        return Objects.requireNonNull(Times.utc(now.truncatedTo(ChronoUnit.MINUTES)));
    }

    private byte[] hash(String kind, String key) {
        return mac.of(kind.getBytes(StandardCharsets.UTF_8), new byte[] {0}, key.getBytes(StandardCharsets.UTF_8));
    }
}
