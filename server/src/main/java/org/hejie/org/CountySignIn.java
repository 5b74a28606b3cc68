package org.hejie.org;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in by the county's own issuer (统一身份认证): OpenID Connect 1.0, authorization code with PKCE (RFC 7636), beside
 * passwords. Configured by {@code hejie.oidc.*}; off when there is no issuer. It never makes an account.
 */
public interface CountySignIn {

    /** Whether an issuer is configured. */
    boolean isOn();

    /** The issuer as configured; empty when off. */
    String issuer();

    /**
     * Begins.
     *
     * @param staff who links his own account; null to sign in
     * @param next  path of the page to go to afterwards
     * @return where the browser is sent, and the secret it keeps until it comes back
     * @throws org.hejie.shared.web.Problem NOT_FOUND when off; COUNTY_SIGN_IN with {@code ISSUER_UNREACHABLE}
     */
    Begun begin(@Nullable StaffId staff, String next);

    /**
     * Ends: checks that the answer is to an attempt of this browser and was not used before, takes the token with the code,
     * and checks its signature, issuer, audience, expiry and nonce.
     *
     * @return the token of the new session, or null where an account was linked, and the page to go to
     * @throws org.hejie.shared.web.Problem COUNTY_SIGN_IN with {@code STATE} (unknown, used or expired), {@code REFUSED},
     *         {@code ISSUER_UNREACHABLE}, {@code SIGNATURE}, {@code ISSUER}, {@code AUDIENCE}, {@code EXPIRED}, {@code NONCE},
     *         {@code NOT_LINKED}, {@code LINKED_TO_ANOTHER}
     */
    Ended end(@Nullable String browser, @Nullable String state, @Nullable String code, SignInDevice device);

    /**
     * Links an account; by the server, once two administrators agreed.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN with {@code TWO_PERSONS}; NOT_FOUND when off or there is no such account;
     *         INVALID_FIELDS: {@code issuer} if it is another; ALREADY_EXISTS if the identity or the account is linked
     */
    void link(Actor by, GrantOrder.LinkIdentity order);

    /** Takes the link of an account away; by its owner, or the security administrator. */
    void unlink(Actor by, StaffId staff);

    /** Whether the account is linked. */
    boolean isLinked(StaffId staff);

    /** @param browser kept by the browser in a cookie until it comes back */
    record Begun(URI address, String browser) {

        @Override
        public String toString() {
            return "Begun[hidden]";
        }
    }

    /** @param session token of the new session; null where an account was linked */
    record Ended(@Nullable String session, String next) {

        @Override
        public String toString() {
            return "Ended[hidden]";
        }
    }
}
