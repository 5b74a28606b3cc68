package org.hejie.org.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import org.hejie.org.Accounts;
import org.hejie.org.Credentials;
import org.hejie.org.Sessions;
import org.hejie.shared.web.Problem;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HejieTest
class SecondFactorTest {

    @Autowired TestStaff staff;
    @Autowired Accounts accounts;
    @Autowired Sessions sessions;
    @Autowired JdbcClient jdbc;
    @Autowired TestClock clock;
    @Autowired PasswordRules rules;

    private TestPerson person;
    private byte[] secret;

    @BeforeEach
    void setUp() {
        clock.advance(Duration.ZERO);
        person = staff.withPassword(staff.dispatcher());
        secret = Base32.decode(accounts.enrolTotp(person.actor()).secret());
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void anUnconfirmedFactorIsNotAskedFor() {
        assertThat(sessions.open(new Credentials(person.username(), TestStaff.PASSWORD, null))).isNotEmpty();
    }

    @Test
    void aConfirmedFactorIsAskedFor() {
        accounts.confirmTotp(person.actor(), code(clock));

        assertThatThrownBy(() -> sessions.open(new Credentials(person.username(), TestStaff.PASSWORD, null)))
                .isInstanceOf(Problem.class).hasMessage("TOTP_REQUIRED");
    }

    @Test
    void aCodeUsedOnceIsRefused() {
        accounts.confirmTotp(person.actor(), code(clock));
        clock.advance(Duration.ofMinutes(2));
        var credentials = new Credentials(person.username(), TestStaff.PASSWORD, code(clock));
        sessions.open(credentials);

        assertThatThrownBy(() -> sessions.open(credentials)).hasMessage("INVALID_CREDENTIALS");
    }

    @Test
    void nobodyReadsACredentialWithoutItsOwnersKey() {
        assertThat(jdbc.sql("select count(*) from org.credential").query(Long.class).single()).isZero();
    }

    @Test
    void shortCommonAndOwnNamesAreNoPasswords() {
        assertThat(rules.broken("short", "li")).contains("TOO_SHORT");
        assertThat(rules.broken("1234567890", "li")).contains("TOO_COMMON");
        assertThat(rules.broken("Password2026!", "li")).contains("TOO_COMMON");
        assertThat(rules.broken("wang.fang-2026", "wang.fang")).contains("CONTAINS_USERNAME");
        assertThat(rules.broken("春风十里不如一碗牛肉面", "li")).isEmpty();
    }

    private String code(Clock at) {
        return Totp.USUAL.code(secret, Totp.step(at.instant()));
    }
}
