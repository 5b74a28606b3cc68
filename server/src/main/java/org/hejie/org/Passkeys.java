package org.hejie.org;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Passkeys (通行密钥): keys of a device with which their owner signs in, without name and password (WebAuthn Level 2). The
 * device verifies its owner each time, so a passkey counts for both factors. Bound to the address of {@code hejie.public-url};
 * off where that is no address a browser takes them at.
 *
 * <p>What the browser sends is refused as PASSKEY with {@code CHALLENGE_UNKNOWN}, {@code CHALLENGE_USED} or
 * {@code CHALLENGE_EXPIRED}, {@code ORIGIN} (another address), {@code USER_NOT_VERIFIED}, {@code UNKNOWN_KEY} (removed, or not of
 * the account it claims), {@code SIGNATURE}, {@code COUNTER} (a copy), or {@code MALFORMED}.
 */
public interface Passkeys {

    /** Whether they can be used at all. */
    boolean isOn();

    /** The one origin at which a browser can use them, as {@code https://hejie.example.gov.cn}; empty when off. */
    String origin();

    /**
     * Begins to register a passkey for the owner of a session, who proves himself again.
     *
     * @param session its token
     * @param totp    null while not asked for
     * @throws org.hejie.shared.web.Problem NOT_FOUND when off; INVALID_CREDENTIALS, TOTP_REQUIRED, LOCKED_OUT as for signing in;
     *         WRONG_STATE with {@code PASSWORD_NOT_OWN} before a password set by an administrator is changed; RULE_REFUSED with
     *         {@code PASSKEYS_FULL}
     */
    ToRegister beginRegistration(String session, String password, @Nullable String totp);

    /**
     * Registers what the device made; at once good for signing in.
     *
     * @return its number
     * @throws org.hejie.shared.web.Problem PASSKEY; INVALID_FIELDS: {@code name}; ALREADY_EXISTS with {@code PASSKEY}
     */
    long register(String session, NewPasskey made);

    /**
     * Begins to sign in; nobody says who he is.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND when off
     */
    ToSignIn beginSignIn();

    /**
     * Signs in and returns the token of the new session.
     *
     * @param browser what {@link #beginSignIn} gave the browser to keep
     * @throws org.hejie.shared.web.Problem PASSKEY; LOCKED_OUT
     */
    String signIn(@Nullable String browser, Assertion assertion, SignInDevice device);

    /**
     * Somebody's passkeys, newest first; for himself and the security administrator.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN
     */
    List<Passkey> of(Actor by, StaffId staff);

    /**
     * Takes a passkey away: one's own, or as security administrator one that another lost.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN; NOT_FOUND if that person has none of that number
     */
    void remove(Actor by, StaffId staff, long passkey);

    /**
     * What a browser needs to make a passkey; bytes as base64url without padding.
     *
     * @param user    the account as the device keeps it: a number, no name
     * @param name    the user name, which the device shows
     * @param exclude credential ids of the account's passkeys: one a device is enough
     */
    record ToRegister(String challenge, String rpId, String user, String name, String displayName, List<String> exclude,
            List<Long> algorithms, long timeoutMillis) {
    }

    /** @param browser to be kept by the browser until it answers */
    record ToSignIn(String challenge, String rpId, long timeoutMillis, String browser) {

        @Override
        public String toString() {
            return "ToSignIn[hidden]";
        }
    }

    /**
     * What a device made; bytes as base64url without padding.
     *
     * @param name what its owner calls the device; 1 to 60 characters
     */
    record NewPasskey(String name, String clientData, String attestation) {

        @Override
        public String toString() {
            return "NewPasskey[hidden]";
        }
    }

    /**
     * What a device signed; bytes as base64url without padding.
     *
     * @param user the account as the device keeps it
     */
    record Assertion(String credentialId, String user, String clientData, String authenticatorData, String signature) {

        @Override
        public String toString() {
            return "Assertion[hidden]";
        }
    }
}
