package org.hejie.org.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.hejie.org.Accounts;
import org.hejie.org.Actors;
import org.hejie.org.Credentials;
import org.hejie.org.OpenSession;
import org.hejie.org.PostId;
import org.hejie.org.Sessions;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.hejie.shared.web.RateLimiter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, choosing the post to act by, password and second factor. */
@RestController
@RequestMapping("/api/v1/session")
class SessionController {

    /** A whole office may sign in from one address in the morning. */
    private static final int TRIES_A_MINUTE = 120;

    /** What is typed to sign in. */
    record SignIn(@Nullable String username, @Nullable String password, @Nullable String totp) {

        @Override
        public String toString() {
            return "SignIn[hidden]";
        }
    }

    /** The post to act by. */
    record ActivePost(@Nullable Long postId) {
    }

    /** Old and new password. */
    record PasswordChange(@Nullable String old, @JsonProperty("new") @Nullable String fresh) {

        @Override
        public String toString() {
            return "PasswordChange[hidden]";
        }
    }

    /** A code of the second factor. */
    record Code(@Nullable String code) {
    }

    private final Sessions sessions;
    private final Accounts accounts;
    private final SessionViews views;
    private final RateLimiter tries;

    SessionController(Sessions sessions, Accounts accounts, SessionViews views, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.views = views;
        this.tries = new RateLimiter(TRIES_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    /** Signs in; takes JSON only, which no form of another site can send. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    SessionView signIn(@RequestBody SignIn typed, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        tries.acquire(request.getRemoteAddr());
        new Problem.Fields()
                .reject(typed.username() == null || typed.username().isBlank(), "username", "REQUIRED")
                .reject(typed.password() == null || typed.password().isEmpty(), "password", "REQUIRED")
                .done();
        String token = sessions.open(new Credentials(typed.username(), typed.password(), typed.totp()),
                Devices.of(request));
        SessionCookie.set(request, response, token);
        return views.of(sessions.find(token).orElseThrow(), locale.toLanguageTag());
    }

    /** Who is signed in. */
    @GetMapping
    SessionView show(HttpServletRequest request, Locale locale) {
        return views.of(session(request), locale.toLanguageTag());
    }

    /** Signs out. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(sessions::close);
        SessionCookie.clear(request, response);
    }

    /** Acts by another post. */
    @PutMapping("/active-post")
    SessionView choosePost(@RequestBody ActivePost chosen, HttpServletRequest request, Locale locale) {
        new Problem.Fields().reject(chosen.postId() == null || chosen.postId() <= 0, "postId", "REQUIRED").done();
        sessions.choosePost(SessionCookie.require(request), new PostId(chosen.postId()));
        return views.of(session(request), locale.toLanguageTag());
    }

    /** Changes one's own password. */
    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody PasswordChange change, HttpServletRequest request) {
        new Problem.Fields()
                .reject(change.old() == null, "old", "REQUIRED")
                .reject(change.fresh() == null, "new", "REQUIRED")
                .done();
        accounts.changePassword(SessionCookie.require(request), change.old(), change.fresh());
    }

    /** Begins to set up the second factor. */
    @PostMapping("/totp")
    Accounts.TotpEnrolment enrol() {
        return accounts.enrolTotp(Actors.current());
    }

    /** Confirms it with a first code. */
    @PostMapping("/totp/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@RequestBody Code typed) {
        new Problem.Fields().reject(typed.code() == null, "code", "REQUIRED").done();
        accounts.confirmTotp(Actors.current(), typed.code());
    }

    private OpenSession session(HttpServletRequest request) {
        return sessions.find(SessionCookie.require(request)).orElseThrow(() -> Problem.of(ProblemType.UNAUTHENTICATED));
    }
}
