package org.hejie.org.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.hejie.org.Actors;
import org.hejie.org.Passkey;
import org.hejie.org.Passkeys;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.RateLimiter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own passkeys; and for the security administrator those that others lost. */
@RestController
@RequestMapping("/api/v1")
class OwnPasskeyController {

    private static final int TRIES_A_MINUTE = 20;

    record PasskeyList(List<Passkey> items) {
    }

    /** How somebody who is signed in proves himself again. */
    record ProofAgain(@Nullable String password, @Nullable String totp) {

        @Override
        public String toString() {
            return "ProofAgain[hidden]";
        }
    }

    /** What the device made; bytes as base64url without padding. */
    record NewPasskey(@Nullable String name, @Nullable String clientData, @Nullable String attestation) {

        @Override
        public String toString() {
            return "NewPasskey[hidden]";
        }
    }

    private final Passkeys passkeys;
    private final RateLimiter tries;

    OwnPasskeyController(Passkeys passkeys, Clock clock) {
        this.passkeys = passkeys;
        this.tries = new RateLimiter(TRIES_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    @GetMapping("/session/passkeys")
    PasskeyList own() {
        return new PasskeyList(passkeys.of(Actors.current(), Self.id()));
    }

    /** Begins to register one; asks for the password, and the second factor where there is one, again. */
    @PostMapping("/session/passkeys/attempts")
    Passkeys.ToRegister begin(@RequestBody ProofAgain proof, HttpServletRequest request) {
        tries.acquire(Long.toString(Self.id().value()));
        new Problem.Fields().reject(proof.password() == null || proof.password().isEmpty(), "password", "REQUIRED").done();
        return passkeys.beginRegistration(SessionCookie.require(request), proof.password(), proof.totp());
    }

    /** Registers what the device made. */
    @PostMapping("/session/passkeys")
    @ResponseStatus(HttpStatus.CREATED)
    StaffController.NewId register(@RequestBody NewPasskey made, HttpServletRequest request) {
        tries.acquire(Long.toString(Self.id().value()));
        new Problem.Fields()
                .reject(made.name() == null || made.name().isBlank(), "name", "REQUIRED")
                .reject(made.clientData() == null, "clientData", "REQUIRED")
                .reject(made.attestation() == null, "attestation", "REQUIRED")
                .done();
        return new StaffController.NewId(passkeys.register(SessionCookie.require(request),
                new Passkeys.NewPasskey(made.name(), made.clientData(), made.attestation())));
    }

    /** Takes one of one's own away. */
    @PostMapping("/session/passkeys/{passkey}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeOwn(@PathVariable long passkey) {
        passkeys.remove(Actors.current(), Self.id(), passkey);
    }

    /** Somebody's passkeys, for the security administrator. */
    @GetMapping("/staff/{id}/passkeys")
    PasskeyList of(@PathVariable long id) {
        return new PasskeyList(passkeys.of(Actors.current(), StaffController.staff(id)));
    }

    /** Takes away one that somebody lost. */
    @PostMapping("/staff/{id}/passkeys/{passkey}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, @PathVariable long passkey) {
        passkeys.remove(Actors.current(), StaffController.staff(id), passkey);
    }
}
