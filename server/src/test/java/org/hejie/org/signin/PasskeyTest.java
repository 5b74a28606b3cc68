package org.hejie.org.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.hejie.audit.AuditEntryFilter;
import org.hejie.audit.AuditRecord;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.DeviceSession;
import org.hejie.org.Passkey;
import org.hejie.shared.audit.AuditKind;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A passkey from its registration to its removal, and who may do what with it. */
@HejieTest
class PasskeyTest extends PasskeyFixture {

    @Autowired JdbcClient jdbc;
    @Autowired AuditRecord record;

    @Test
    void aRegisteredPasskeySignsIn() {
        register(phone);

        String opened = signIn(phone);

        assertThat(sessions.find(opened).orElseThrow().actor().id()).isEqualTo(person.id().value());
        assertThat(sessions.own(opened)).filteredOn(DeviceSession::here)
                .extracting(DeviceSession::way).containsExactly(DeviceSession.Way.PASSKEY);
    }

    @Test
    void itCountsForBothFactors() {
        byte[] secret = Base32.decode(accounts.enrolTotp(person.actor()).secret());
        accounts.confirmTotp(person.actor(), code(secret));
        clock.advance(Duration.ofMinutes(2));
        register(phone, code(secret));

        assertThat(signIn(phone)).isNotEmpty();
    }

    @Test
    void itIsListedWithItsNameAndLastUse() {
        register(phone);
        assertThat(own()).extracting(Passkey::name, Passkey::lastUsedAt).containsExactly(tuple("我的手机", null));
        clock.advance(Duration.ofHours(1));

        signIn(phone);

        assertThat(own().getFirst().lastUsedAt()).isEqualTo(clock.instant());
    }

    @Test
    void aRemovedPasskeySignsNobodyIn() {
        register(phone);
        passkeys.remove(person.actor(), person.id(), own().getFirst().id());

        refused("PASSKEY: UNKNOWN_KEY", () -> signIn(phone));
        assertThat(own()).isEmpty();
    }

    @Test
    void withoutThePasswordNothingIsRegistered() {
        refused("INVALID_CREDENTIALS", () -> passkeys.beginRegistration(session, "not the password", null));
    }

    @Test
    void withoutTheSecondFactorNothingIsRegistered() {
        byte[] secret = Base32.decode(accounts.enrolTotp(person.actor()).secret());
        accounts.confirmTotp(person.actor(), code(secret));

        refused("TOTP_REQUIRED", () -> passkeys.beginRegistration(session, TestStaff.PASSWORD, null));
    }

    @Test
    void whoKnowsTheFirstPasswordRegistersNothing() {
        accounts.setPassword(Actor.system("test", List.of()), person.id(), TestStaff.PASSWORD, true);
        session = open(person);

        refused("WRONG_STATE: PASSWORD_NOT_OWN", () -> begin(null));
    }

    @Test
    void anothersKeyIsNotRemoved() {
        register(phone);
        long id = own().getFirst().id();
        TestPerson other = staff.dispatcher();

        refused("NOT_FOUND", () -> passkeys.remove(other.actor(), other.id(), id));
        refused("FORBIDDEN", () -> passkeys.remove(other.actor(), person.id(), id));
        assertThat(own()).hasSize(1);
    }

    @Test
    void aClosedAccountKeepsNoPasskey() {
        register(phone);

        register.deactivate(staff.systemAdmin().actor(), person.id());

        refused("PASSKEY: UNKNOWN_KEY", () -> signIn(phone));
        assertThat(passkeys.of(staff.securityAdmin().actor(), person.id())).isEmpty();
    }

    @Test
    void anAccountLockedForAWhileKeepsItsPasskeys() {
        register(phone);
        register.lock(staff.systemAdmin().actor(), person.id());
        refused("PASSKEY: UNKNOWN_KEY", () -> signIn(phone));

        register.unlock(staff.systemAdmin().actor(), person.id());

        assertThat(own()).hasSize(1);
    }

    @Test
    void theSecurityAdministratorRemovesALostOne() {
        register(phone);

        passkeys.remove(staff.securityAdmin().actor(), person.id(), own().getFirst().id());

        assertThat(own()).isEmpty();
    }

    @Test
    void theSystemAdministratorDoesNot() {
        register(phone);
        long id = own().getFirst().id();

        refused("FORBIDDEN", () -> passkeys.remove(staff.systemAdmin().actor(), person.id(), id));
        refused("FORBIDDEN", () -> passkeys.of(staff.systemAdmin().actor(), person.id()));
    }

    @Test
    void everyStepIsInTheAudit() {
        register(phone);
        signIn(phone);
        phone.origin = "https://hejie.elsewhere.test";
        refused("PASSKEY: ORIGIN", () -> signIn(phone));
        passkeys.remove(person.actor(), person.id(), own().getFirst().id());

        assertThat(Actors.as(staff.auditAdmin().actor(), () -> record.entries(new AuditEntryFilter(AuditKind.SIGN_IN, null,
                person.id().value(), null, null, null, null), null, 50)).items())
                .filteredOn(entry -> entry.action().contains("PASSKEY"))
                .extracting(entry -> entry.action() + " " + entry.result() + " " + entry.reason())
                .containsExactly("PASSKEY_REMOVED DONE null", "SIGNED_IN_BY_PASSKEY REFUSED ORIGIN", "SIGNED_IN_BY_PASSKEY DONE null",
                        "PASSKEY_REGISTERED DONE null");
    }

    @Test
    void nobodyReadsAPasskeyWithoutItsOwnersKey() {
        register(phone);

        assertThat(jdbc.sql("select count(*) from org.passkey").query(Long.class).single()).isZero();
    }
}
