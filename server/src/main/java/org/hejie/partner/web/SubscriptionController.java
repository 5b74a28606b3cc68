package org.hejie.partner.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hejie.notify.FailedEvent;
import org.hejie.org.Actors;
import org.hejie.partner.NewSubscription;
import org.hejie.partner.Subscription;
import org.hejie.partner.Subscriptions;
import org.hejie.partner.Subscriptions.Added;
import org.hejie.referral.NewsType;
import org.hejie.referral.PartnerSystem;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the partners' systems are told: for administrators. */
@RestController
@RequestMapping("/api/v1/partner-subscriptions")
class SubscriptionController {

    record SubscriptionList(List<SubscriptionView> items) {
    }

    /** See {@link Subscription}. */
    record SubscriptionView(long id, PartnerSystem partner, String address, List<NewsType> types, Instant addedAt, @Nullable Instant pausedAt,
            @Nullable Instant formerSecretUntil, long forwardedTo, long last, long waiting, boolean held, @Nullable Instant nextTryAt) {

        static SubscriptionView of(Subscription one) {
            return new SubscriptionView(one.id(), one.partner(), one.address().toString(), one.types().stream().sorted().toList(), one.addedAt(),
                    one.pausedAt(), one.formerSecretUntil(), one.forwardedTo(), one.last(), one.waiting(), one.held(), one.nextTryAt());
        }
    }

    /** @param history whether it gets what happened before as well */
    record NewSubscriptionRequest(@Nullable PartnerSystem partner, @Nullable String address, @Nullable Set<NewsType> types, boolean history) {
    }

    record ChangedSubscription(@Nullable String address, @Nullable Set<NewsType> types) {
    }

    /** @param secret shown this once */
    record Secret(String secret) {

        @Override
        public String toString() {
            return "Secret[hidden]";
        }
    }

    /** @param failure code; null when it was taken */
    record TestResult(@Nullable String failure) {
    }

    record FailureList(List<FailedEvent> items) {
    }

    /** @param count how many had been given up */
    record Again(int count) {
    }

    /** @param from number of the first event to be sent again */
    record Replay(@Nullable Long from) {
    }

    /** @param reason up to 200 characters */
    record LeftUnsent(@Nullable String reason) {
    }

    private final Subscriptions subscriptions;

    SubscriptionController(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** Those in force, by partner. */
    @GetMapping
    SubscriptionList list() {
        return new SubscriptionList(subscriptions.list(Actors.current()).stream().map(SubscriptionView::of).toList());
    }

    /** Adds one; the answer holds the secret. */
    @PostMapping
    ResponseEntity<Added> add(@RequestBody NewSubscriptionRequest request) {
        new Problem.Fields()
                .reject(request.partner() == null, "partner", "REQUIRED")
                .reject(request.types() == null, "types", "REQUIRED")
                .done();
        Added added = subscriptions.add(Actors.current(),
                new NewSubscription(request.partner(), address(request.address()), request.types(), request.history()));
        return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore()).body(added);
    }

    /** Another address or other types. */
    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable long id, @RequestBody ChangedSubscription request) {
        new Problem.Fields().reject(request.types() == null, "types", "REQUIRED").done();
        subscriptions.change(Actors.current(), id, address(request.address()), request.types());
    }

    /** A new secret. */
    @PostMapping("/{id}/secret")
    ResponseEntity<Secret> rotate(@PathVariable long id) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Secret(subscriptions.rotateSecret(Actors.current(), id)));
    }

    /** Sends nothing for now. */
    @PostMapping("/{id}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pause(@PathVariable long id) {
        subscriptions.pause(Actors.current(), id);
    }

    /** Sends again. */
    @PostMapping("/{id}/resumption")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@PathVariable long id) {
        subscriptions.resume(Actors.current(), id);
    }

    /** Ends it. */
    @PostMapping("/{id}/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id) {
        subscriptions.end(Actors.current(), id);
    }

    /** Sends a test event and waits for the answer. */
    @PostMapping("/{id}/test")
    TestResult test(@PathVariable long id) {
        return new TestResult(subscriptions.test(Actors.current(), id).orElse(null));
    }

    /** What went wrong last. */
    @GetMapping("/{id}/failures")
    FailureList failures(@PathVariable long id) {
        return new FailureList(subscriptions.failures(Actors.current(), id));
    }

    /** Sends again what was given up. */
    @PostMapping("/{id}/resending")
    Again resend(@PathVariable long id) {
        return new Again(subscriptions.resend(Actors.current(), id));
    }

    /** Leaves one that was given up unsent. */
    @PostMapping("/{id}/failures/{message}/setting-aside")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setAside(@PathVariable long id, @PathVariable long message, @RequestBody LeftUnsent request) {
        subscriptions.setAside(Actors.current(), id, message, request.reason());
    }

    /** Sends everything from a number on once more. */
    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replay(@PathVariable long id, @RequestBody Replay request) {
        new Problem.Fields().reject(request.from() == null, "from", "REQUIRED").done();
        subscriptions.replay(Actors.current(), id, request.from());
    }

    private static URI address(@Nullable String text) {
        try {
            if (text != null && !text.isBlank()) {
                return new URI(text.strip());
            }
        } catch (URISyntaxException e) {
            throw Problem.field("address", "MALFORMED");
        }
        throw Problem.field("address", "REQUIRED");
    }
}
