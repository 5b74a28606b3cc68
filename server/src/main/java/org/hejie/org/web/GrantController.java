package org.hejie.org.web;

import java.util.List;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.GrantRequest;
import org.hejie.org.Grants;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What opens cases to somebody: asked for by one administrator, decided by another. */
@RestController
@RequestMapping("/api/v1/grant-requests")
class GrantController {

    /** @param opinion of who decides */
    record Decision(@Nullable String opinion) {
    }

    /** @param code to be handed to the person by who approved; null unless a password is set anew */
    record Approved(@Nullable String code) {

        @Override
        public String toString() {
            return "Approved[hidden]";
        }
    }

    /** @param secret token or link, shown this once */
    record HandedOut(String secret) {

        @Override
        public String toString() {
            return "HandedOut[hidden]";
        }
    }

    private final Grants grants;
    private final GrantViews views;

    GrantController(Grants grants, GrantViews views) {
        this.grants = grants;
        this.views = views;
    }

    /** Requests, newest first. */
    @GetMapping
    Page<GrantView> list(
            @RequestParam(required = false) GrantRequest.@Nullable State state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Actor reader = Actors.current();
        Page<GrantRequest> page = grants.list(reader, state, cursor, Limits.check(limit));
        List<GrantView> items = page.items().stream().map(request -> views.of(request, reader)).toList();
        return new Page<>(items, page.nextCursor(), page.total());
    }

    /** Asks. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    StaffController.NewId ask(@RequestBody GrantOrderBody body) {
        new Problem.Fields().reject(body.reason() == null || body.reason().isBlank(), "reason", "REQUIRED").done();
        return new StaffController.NewId(grants.ask(Actors.current(), body.order(), body.reason()));
    }

    /** Approves; it takes effect at once. */
    @PostMapping("/{id}/approval")
    ResponseEntity<Approved> approve(@PathVariable long id, @RequestBody(required = false) @Nullable Decision opinion) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(new Approved(grants.approve(Actors.current(), id, opinion == null ? null : opinion.opinion())));
    }

    /** Refuses, with the reason. */
    @PostMapping("/{id}/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@PathVariable long id, @RequestBody Decision opinion) {
        new Problem.Fields().reject(opinion.opinion() == null, "opinion", "REQUIRED").done();
        grants.refuse(Actors.current(), id, opinion.opinion());
    }

    /** Takes it back. */
    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable long id) {
        grants.withdraw(Actors.current(), id);
    }

    /** Hands out what came of it, once, to who asked. */
    @PostMapping("/{id}/taking")
    ResponseEntity<HandedOut> take(@PathVariable long id) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new HandedOut(grants.take(Actors.current(), id)));
    }
}
