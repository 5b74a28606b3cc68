package org.hejie.org.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hejie.audit.AuditEntryFilter;
import org.hejie.audit.AuditRecord;
import org.hejie.org.Accounts;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Credentials;
import org.hejie.org.DeviceSession;
import org.hejie.org.Passkey;
import org.hejie.org.Passkeys;
import org.hejie.org.Sessions;
import org.hejie.org.SignInDevice;
import org.hejie.org.StaffId;
import org.hejie.org.StaffRegister;
import org.hejie.shared.audit.AuditKind;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HejieTest
class PasskeyTest {

    @Autowired TestStaff staff;
    @Autowired TestClock clock;
    @Autowired Passkeys passkeys;
    @Autowired Sessions sessions;
    @Autowired Accounts accounts;
    @Autowired StaffRegister register;
    @Autowired JdbcClient jdbc;
    @Autowired AuditRecord record;

    private TestPerson person;
    private String session;
    private TestAuthenticator phone;

    @BeforeEach
    void somebodyWithAPhone() {
        clock.advance(Duration.ZERO);
        person = staff.withPassword(staff.dispatcher());
        session = open(person);
        phone = new TestAuthenticator();
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

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
    void aPasskeyMadeAtAnotherAddressIsRefused() {
        phone.origin = "https://hejie.elsewhere.test";

        refused("PASSKEY: ORIGIN", () -> register(phone));
    }

    @Test
    void aPasskeyUsedAtAnotherAddressIsRefused() {
        register(phone);
        phone.origin = "https://hejie.elsewhere.test";

        refused("PASSKEY: ORIGIN", () -> signIn(phone));
    }

    @Test
    void aPasskeyForAnotherSystemIsRefused() {
        register(phone);
        phone.rpId = "elsewhere.test";

        refused("PASSKEY: ORIGIN", () -> signIn(phone));
    }

    @Test
    void aDeviceThatDoesNotVerifyItsOwnerIsRefused() {
        register(phone);
        phone.verifiesUser = false;

        refused("PASSKEY: USER_NOT_VERIFIED", () -> signIn(phone));
    }

    @Test
    void aDeviceThatDoesNotVerifyItsOwnerIsNotRegistered() {
        phone.verifiesUser = false;

        refused("PASSKEY: USER_NOT_VERIFIED", () -> register(phone));
    }

    @Test
    void anAnswerSentTwiceIsRefused() {
        register(phone);
        Passkeys.ToSignIn asked = passkeys.beginSignIn();
        Passkeys.Assertion signed = phone.sign(asked, passkeys.origin());
        signIn(asked, signed);

        refused("PASSKEY: CHALLENGE_USED", () -> signIn(asked, signed));
    }

    @Test
    void aRegistrationSentTwiceIsRefused() {
        Passkeys.NewPasskey made = phone.create(begin(null), passkeys.origin(), "我的手机");
        passkeys.register(session, made);

        refused("PASSKEY: CHALLENGE_USED", () -> passkeys.register(session, made));
    }

    @Test
    void anAnswerAfterFiveMinutesIsRefused() {
        register(phone);
        Passkeys.ToSignIn asked = passkeys.beginSignIn();
        clock.advance(Duration.ofMinutes(6));

        refused("PASSKEY: CHALLENGE_EXPIRED", () -> signIn(asked, phone.sign(asked, passkeys.origin())));
    }

    @Test
    void anAnswerFromAnotherBrowserIsRefused() {
        register(phone);
        Passkeys.ToSignIn asked = passkeys.beginSignIn();

        refused("PASSKEY: CHALLENGE_UNKNOWN", () -> passkeys.signIn("another", phone.sign(asked, passkeys.origin()), SignInDevice.UNKNOWN));
    }

    @Test
    void aChallengeOfSigningInRegistersNothing() {
        Passkeys.ToRegister asked = begin(null);
        var mixed = new Passkeys.ToRegister(passkeys.beginSignIn().challenge(), asked.rpId(), asked.user(), "", "", List.of(), List.of(), 0);

        refused("PASSKEY: CHALLENGE_UNKNOWN", () -> passkeys.register(session, phone.create(mixed, passkeys.origin(), "我的手机")));
    }

    @Test
    void anothersKeyDoesNotOpenAnAccount() {
        register(phone);
        TestPerson other = staff.withPassword(staff.dispatcher());
        TestAuthenticator others = new TestAuthenticator();
        String theirs = open(other);
        passkeys.register(theirs, others.create(passkeys.beginRegistration(theirs, TestStaff.PASSWORD, null), passkeys.origin(), "别人的"));

        others.claim(PasskeyVerifier.text(PasskeySignIn.handle(person.id())));

        refused("PASSKEY: UNKNOWN_KEY", () -> signIn(others));
    }

    @Test
    void aKeyIsOfOneAccountOnly() {
        register(phone);
        TestPerson other = staff.withPassword(staff.dispatcher());
        String theirs = open(other);
        Passkeys.ToRegister asked = passkeys.beginRegistration(theirs, TestStaff.PASSWORD, null);

        refused("ALREADY_EXISTS: PASSKEY", () -> passkeys.register(theirs, phone.create(asked, passkeys.origin(), "又一次")));
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
    void aCounterThatGoesBackIsRefused() {
        register(phone);
        phone.countFrom(7);
        signIn(phone);
        phone.countFrom(6);

        refused("PASSKEY: COUNTER", () -> signIn(phone));
        phone.countFrom(8);
        assertThat(signIn(phone)).isNotEmpty();
    }

    @Test
    void aSignatureOfAnotherKeyIsRefused() {
        register(phone);
        Passkeys.ToSignIn asked = passkeys.beginSignIn();
        Passkeys.Assertion signed = phone.sign(asked, passkeys.origin());
        Passkeys.Assertion forged = new TestAuthenticator().sign(asked, passkeys.origin());

        refused("PASSKEY: SIGNATURE", () -> signIn(asked, new Passkeys.Assertion(signed.credentialId(), signed.user(),
                signed.clientData(), signed.authenticatorData(), forged.signature())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "walked", "e30", "bnVsbA", "eyJ0eXBlIjoiIn0", "o2NmbXRkbm9uZQ", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoPasskeyIsRefused(String anything) {
        register(phone);
        Passkeys.ToSignIn asked = passkeys.beginSignIn();
        Passkeys.Assertion right = phone.sign(asked, passkeys.origin());

        refused("PASSKEY: MALFORMED", () -> signIn(asked, new Passkeys.Assertion(right.credentialId(), right.user(), anything, right.authenticatorData(), "AA")));
        refused("PASSKEY: MALFORMED", () -> signIn(asked, new Passkeys.Assertion(right.credentialId(), right.user(), right.clientData(), anything, "AA")));
        refused("PASSKEY: MALFORMED", () -> passkeys.register(session, new Passkeys.NewPasskey("我的手机", right.clientData(), anything)));
        refused("PASSKEY: MALFORMED", () -> passkeys.register(session, new Passkeys.NewPasskey("我的手机", anything, anything)));
    }

    @Test
    void fiveFailuresLockTheName() {
        register(phone);
        phone.verifiesUser = false;
        for (int i = 0; i < 5; i++) {
            refused("PASSKEY: USER_NOT_VERIFIED", () -> signIn(phone));
        }
        phone.verifiesUser = true;

        refused("LOCKED_OUT", () -> signIn(phone));
        refused("LOCKED_OUT", () -> open(person));
    }

    @Test
    void anAccountThatDoesNotExistIsLockedJustAsWell() {
        phone.claim(PasskeyVerifier.text(PasskeySignIn.handle(new StaffId(Long.MAX_VALUE))));
        for (int i = 0; i < 5; i++) {
            refused("PASSKEY: UNKNOWN_KEY", () -> signIn(phone));
        }

        refused("LOCKED_OUT", () -> signIn(phone));
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

    private void register(TestAuthenticator device) {
        register(device, null);
    }

    private void register(TestAuthenticator device, String totp) {
        passkeys.register(session, device.create(begin(totp), passkeys.origin(), "我的手机"));
    }

    private Passkeys.ToRegister begin(String totp) {
        return passkeys.beginRegistration(session, TestStaff.PASSWORD, totp);
    }

    private String signIn(TestAuthenticator device) {
        Passkeys.ToSignIn asked = passkeys.beginSignIn();
        return signIn(asked, device.sign(asked, passkeys.origin()));
    }

    private String signIn(Passkeys.ToSignIn asked, Passkeys.Assertion signed) {
        return passkeys.signIn(asked.browser(), signed, SignInDevice.UNKNOWN);
    }

    private List<Passkey> own() {
        return passkeys.of(person.actor(), person.id());
    }

    private String open(TestPerson somebody) {
        return sessions.open(new Credentials(somebody.username(), TestStaff.PASSWORD, null));
    }

    private String code(byte[] secret) {
        return Totp.USUAL.code(secret, Totp.step(clock.instant()));
    }

    private static void refused(String message, ThrowingCallable work) {
        assertThatThrownBy(work).hasMessage(message);
    }
}
