package org.hejie.org.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.hejie.org.FirstAdministrator;
import org.hejie.org.NewStaff;
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

/** The first administrator of an installation, by the token printed at its first start. */
@RestController
@RequestMapping("/api/v1/setup")
class SetupController {

    private static final int TRIES_A_MINUTE = 10;

    /** Token, account and password. */
    record Setup(@Nullable String token, @Nullable String username, @Nullable String displayName, @Nullable String password) {

        @Override
        public String toString() {
            return "Setup[hidden]";
        }
    }

    private final FirstAdministrator first;
    private final RateLimiter tries;

    SetupController(FirstAdministrator first, Clock clock) {
        this.first = first;
        this.tries = new RateLimiter(TRIES_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    void create(@RequestBody Setup setup, HttpServletRequest request) {
        tries.acquire(request.getRemoteAddr());
        new Problem.Fields()
                .reject(setup.token() == null, "token", "REQUIRED")
                .reject(setup.username() == null, "username", "REQUIRED")
                .reject(setup.displayName() == null, "displayName", "REQUIRED")
                .reject(setup.password() == null, "password", "REQUIRED")
                .done();
        first.create(setup.token(), new NewStaff(setup.username(), setup.displayName(), null, List.of()), setup.password());
    }
}
