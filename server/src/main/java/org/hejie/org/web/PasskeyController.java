package org.hejie.org.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.hejie.org.Passkeys;
import org.hejie.org.Sessions;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.RateLimiter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in with a passkey. */
@RestController
@RequestMapping("/api/v1")
class PasskeyController {

    private static final int TRIES_A_MINUTE = 120;
    private static final String COOKIE = "HEJIE_PASSKEY";
    private static final String PATH = "/api/v1/passkey";

    /** @param origin the one address at which a browser can use passkeys; empty when off */
    record PasskeyState(boolean on, String origin) {
    }

    /** What the browser asks the device to sign; the challenge as base64url. */
    record SignInOptions(String challenge, String rpId, long timeoutMillis) {
    }

    /** What the device signed; bytes as base64url without padding. */
    record SignedIn(@Nullable String credentialId, @Nullable String user, @Nullable String clientData,
            @Nullable String authenticatorData, @Nullable String signature) {

        @Override
        public String toString() {
            return "SignedIn[hidden]";
        }
    }

    private final Passkeys passkeys;
    private final Sessions sessions;
    private final SessionViews views;
    private final RateLimiter tries;

    PasskeyController(Passkeys passkeys, Sessions sessions, SessionViews views, Clock clock) {
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.views = views;
        this.tries = new RateLimiter(TRIES_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    /** Whether and where, for the page of sign-in. */
    @GetMapping("/public/passkeys")
    PasskeyState state() {
        return new PasskeyState(passkeys.isOn(), passkeys.origin());
    }

    /** Begins to sign in; the browser gets a cookie that it shows with the answer. */
    @PostMapping("/passkey/attempts")
    SignInOptions begin(HttpServletRequest request, HttpServletResponse response) {
        tries.acquire(request.getRemoteAddr());
        Passkeys.ToSignIn begun = passkeys.beginSignIn();
        cookie(request, response, begun.browser(), Duration.ofMillis(begun.timeoutMillis()));
        return new SignInOptions(begun.challenge(), begun.rpId(), begun.timeoutMillis());
    }

    /** Signs in; takes JSON only, which no form of another site can send. */
    @PostMapping(path = "/passkey/sessions", consumes = MediaType.APPLICATION_JSON_VALUE)
    SessionView signIn(@RequestBody SignedIn signed, @CookieValue(name = COOKIE, required = false) @Nullable String browser,
            HttpServletRequest request, HttpServletResponse response, Locale locale) {
        tries.acquire(request.getRemoteAddr());
        new Problem.Fields()
                .reject(signed.credentialId() == null, "credentialId", "REQUIRED")
                .reject(signed.user() == null, "user", "REQUIRED")
                .reject(signed.clientData() == null, "clientData", "REQUIRED")
                .reject(signed.authenticatorData() == null, "authenticatorData", "REQUIRED")
                .reject(signed.signature() == null, "signature", "REQUIRED")
                .done();
        String token = passkeys.signIn(browser, new Passkeys.Assertion(signed.credentialId(), signed.user(), signed.clientData(),
                signed.authenticatorData(), signed.signature()), Devices.of(request));
        cookie(request, response, "", Duration.ZERO);
        SessionCookie.set(request, response, token);
        return views.of(sessions.find(token).orElseThrow(), locale.toLanguageTag());
    }

    private static void cookie(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, value).httpOnly(true).sameSite("Strict")
                .secure(request.isSecure()).path(PATH).maxAge(age).build().toString());
    }
}
