package org.hejie.org.signin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hejie.org.Accounts;
import org.hejie.org.Credentials;
import org.hejie.org.Passkey;
import org.hejie.org.Passkeys;
import org.hejie.org.Sessions;
import org.hejie.org.SignInDevice;
import org.hejie.org.StaffRegister;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who is signed in by password and has a phone that makes passkeys. */
abstract class PasskeyFixture {

    @Autowired TestStaff staff;
    @Autowired TestClock clock;
    @Autowired Passkeys passkeys;
    @Autowired Sessions sessions;
    @Autowired Accounts accounts;
    @Autowired StaffRegister register;
    TestPerson person;
    String session;
    TestAuthenticator phone;

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

    void register(TestAuthenticator device) {
        register(device, null);
    }

    void register(TestAuthenticator device, String totp) {
        passkeys.register(session, device.create(begin(totp), passkeys.origin(), "我的手机"));
    }

    Passkeys.ToRegister begin(String totp) {
        return passkeys.beginRegistration(session, TestStaff.PASSWORD, totp);
    }

    String signIn(TestAuthenticator device) {
        Passkeys.ToSignIn asked = passkeys.beginSignIn();
        return signIn(asked, device.sign(asked, passkeys.origin()));
    }

    String signIn(Passkeys.ToSignIn asked, Passkeys.Assertion signed) {
        return passkeys.signIn(asked.browser(), signed, SignInDevice.UNKNOWN);
    }

    List<Passkey> own() {
        return passkeys.of(person.actor(), person.id());
    }

    String open(TestPerson somebody) {
        return sessions.open(new Credentials(somebody.username(), TestStaff.PASSWORD, null));
    }

    String code(byte[] secret) {
        return Totp.USUAL.code(secret, Totp.step(clock.instant()));
    }

    static void refused(String message, ThrowingCallable work) {
        assertThatThrownBy(work).hasMessage(message);
    }
}
