package org.hejie.org.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.hejie.org.Actors;
import org.hejie.org.CountySignIn;
import org.hejie.org.StaffId;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.hejie.shared.web.RateLimiter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The county's sign-in: sends the browser there, and takes it in when it comes back. */
@RestController
@RequestMapping("/api/v1")
class CountySignInController {

    private static final int TRIES_A_MINUTE = 120;
    private static final Duration COOKIE_LASTS = Duration.ofMinutes(10);
    private static final String COOKIE = "HEJIE_OIDC";
    private static final String PATH = "/api/v1/oidc";

    /** @param linked whether the reader's own account is linked; null while nobody is signed in */
    record CountySignInState(boolean on, String issuer, @Nullable Boolean linked) {
    }

    /** @param address where the browser is to go */
    record SendOff(String address) {
    }

    private final CountySignIn county;
    private final RateLimiter tries;

    CountySignInController(CountySignIn county, Clock clock) {
        this.county = county;
        this.tries = new RateLimiter(TRIES_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    /** Whether there is one, for the page of sign-in. */
    @GetMapping("/public/county-sign-in")
    CountySignInState state() {
        return new CountySignInState(county.isOn(), county.issuer(), null);
    }

    /** Whether one's own account is linked. */
    @GetMapping("/session/county-sign-in")
    CountySignInState own() {
        return new CountySignInState(county.isOn(), county.issuer(), county.isLinked(Self.id()));
    }

    /** Begins to sign in. */
    @PostMapping("/oidc/attempts")
    SendOff begin(@RequestParam(defaultValue = "/") String next, HttpServletRequest request, HttpServletResponse response) {
        tries.acquire(request.getRemoteAddr());
        return send(county.begin(null, next), request, response);
    }

    /** Begins to link one's own account. */
    @PostMapping("/session/county-sign-in")
    SendOff link(HttpServletRequest request, HttpServletResponse response) {
        return send(county.begin(Self.id(), "/account"), request, response);
    }

    /** Takes the own link away. */
    @PostMapping("/session/county-sign-in/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlinkOwn() {
        county.unlink(Actors.current(), Self.id());
    }

    /** Takes somebody's link away, as security administrator. */
    @PostMapping("/staff/{id}/linked-identity-removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(@PathVariable long id) {
        if (id <= 0) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        county.unlink(Actors.current(), new StaffId(id));
    }

    /** The browser comes back: into the page it wanted, or to sign-in with the reason. */
    @GetMapping("/oidc/callback")
    ResponseEntity<Void> end(@RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code,
            @CookieValue(name = COOKIE, required = false) @Nullable String browser,
            HttpServletRequest request, HttpServletResponse response) {
        tries.acquire(request.getRemoteAddr());
        cookie(request, response, "", Duration.ZERO);
        try {
            CountySignIn.Ended ended = county.end(browser, state, code, Devices.of(request));
            if (ended.session() != null) {
                SessionCookie.set(request, response, ended.session());
            }
            return to(ended.next());
        } catch (Problem refused) {
            if (refused.type() != ProblemType.COUNTY_SIGN_IN) {
                throw refused;
            }
            return to("/sign-in?county=" + refused.reasonCode());
        }
    }

    private static SendOff send(CountySignIn.Begun begun, HttpServletRequest request, HttpServletResponse response) {
        cookie(request, response, begun.browser(), COOKIE_LASTS);
        return new SendOff(begun.address().toString());
    }

    /** Lax: the issuer's page sends the browser back to us, and Strict would leave the cookie behind. */
    private static void cookie(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, value).httpOnly(true).sameSite("Lax")
                .secure(request.isSecure()).path(PATH).maxAge(age).build().toString());
    }

    private static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}
