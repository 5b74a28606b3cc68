package org.hejie.org.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookie that carries a session's token: out of reach of scripts and of other sites. */
final class SessionCookie {

    static final String NAME = "HEJIE_SESSION";

    private SessionCookie() {
    }

    static Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(NAME) && !cookie.getValue().isEmpty()) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** @throws Problem UNAUTHENTICATED without one */
    static String require(HttpServletRequest request) {
        return read(request).orElseThrow(() -> Problem.of(ProblemType.UNAUTHENTICATED));
    }

    static void set(HttpServletRequest request, HttpServletResponse response, String token) {
        add(request, response, token, Duration.ofSeconds(-1));
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, "", Duration.ZERO);
    }

    private static void add(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(NAME, value)
                .httpOnly(true).sameSite("Strict").secure(request.isSecure()).path("/").maxAge(age).build().toString());
    }
}
