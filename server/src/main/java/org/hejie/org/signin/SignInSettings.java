package org.hejie.org.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hejie.org.SignInLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The limits of signing in, rows of {@code org.sign_in_setting} with their sources (GB/T 22239-2019, 8.1.4.1,
 * numbers to be verified on site); read again each minute.
 */
@Component
class SignInSettings implements SignInLimits {

    private static final long FRESH_MILLIS = 60_000;

    private record Read(Map<String, Integer> amounts, long at) {
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Read read;

    SignInSettings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    int lockOutFailures() {
        return amount("lock_out_failures");
    }

    Duration lockOutSpan() {
        return Duration.ofMinutes(amount("lock_out_span"));
    }

    Duration sessionIdle() {
        return Duration.ofMinutes(amount("session_idle"));
    }

    Duration sessionAbsolute() {
        return Duration.ofHours(amount("session_absolute"));
    }

    int passwordLength() {
        return amount("password_length");
    }

    Duration setupTokenSpan() {
        return Duration.ofHours(amount("setup_token_span"));
    }

    @Override
    public Duration passwordResetSpan() {
        return Duration.ofHours(amount("password_reset_span"));
    }

    @Override
    public Duration grantRequestSpan() {
        return Duration.ofDays(amount("grant_request_span"));
    }

    Duration passkeyChallengeSpan() {
        return Duration.ofMinutes(amount("passkey_challenge_span"));
    }

    Duration accessTokenSpan() {
        return Duration.ofMinutes(amount("access_token_span"));
    }

    @Override
    @Transactional(readOnly = true)
    public List<SignInLimit> all() {
        return jdbc.sql("select name, amount, measure, basis, verified from org.sign_in_setting order by name")
                .query(SignInLimit.class).list();
    }

    @Override
    @Transactional
    public void put(List<SignInLimit> limits) {
        limits.forEach(limit -> jdbc.sql("""
                update org.sign_in_setting set amount = :amount, basis = :basis, verified = :verified where name = :name
                """)
                .param("amount", limit.amount()).param("basis", limit.basis()).param("verified", limit.verified())
                .param("name", limit.name()).update());
        read = null;
    }

    private int amount(String name) {
        Read known = read;
        long now = clock.millis();
        if (known == null || Math.abs(now - known.at()) > FRESH_MILLIS) {
            known = new Read(jdbc.sql("select name, amount from org.sign_in_setting")
                    .query((row, number) -> Map.entry(row.getString("name"), row.getInt("amount"))).list().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)), now);
            read = known;
        }
        return known.amounts().get(name);
    }
}
