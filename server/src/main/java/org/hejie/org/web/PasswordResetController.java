package org.hejie.org.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.hejie.org.PasswordResets;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.RateLimiter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sets a password by a link, and a code where two administrators gave one half each; nobody is signed in. */
@RestController
@RequestMapping("/api/v1/password-resets")
class PasswordResetController {

    private static final int TRIES_A_MINUTE = 10;

    /** @param code null if none was given */
    record Reset(@Nullable String link, @Nullable String code, @Nullable String password) {

        @Override
        public String toString() {
            return "Reset[hidden]";
        }
    }

    private final PasswordResets resets;
    private final RateLimiter tries;

    PasswordResetController(PasswordResets resets, Clock clock) {
        this.resets = resets;
        this.tries = new RateLimiter(TRIES_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void use(@RequestBody Reset reset, HttpServletRequest request) {
        tries.acquire(request.getRemoteAddr());
        new Problem.Fields()
                .reject(reset.link() == null || reset.link().isBlank(), "link", "REQUIRED")
                .reject(reset.password() == null || reset.password().isEmpty(), "password", "REQUIRED")
                .done();
        resets.use(reset.link(), reset.code(), reset.password());
    }
}
