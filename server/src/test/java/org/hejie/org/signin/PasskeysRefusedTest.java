package org.hejie.org.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.hejie.org.Passkeys;
import org.hejie.org.SignInDevice;
import org.hejie.org.StaffId;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A passkey at another address, sent twice, too late, of another person, copied or garbled: each is refused by its code. */
@HejieTest
class PasskeysRefusedTest extends PasskeyFixture {

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
}
