package org.hejie.mediation.web;

import java.time.Instant;
import org.hejie.matter.FollowedMatters;
import org.hejie.mediation.CalendarFeeds;
import org.hejie.mediation.ResidentMediation;
import org.hejie.mediation.ResidentMediations;
import org.hejie.mediation.SessionWish;
import org.hejie.mediation.SessionWishes;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.web.Asked;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is read without an account: the resident's own mediation, and a mediator's calendar by its secret address. */
@RestController
@RequestMapping("/api/v1")
class OutsideController {

    private final ResidentMediations mediations;
    private final FollowedMatters followed;
    private final CalendarFeeds feeds;
    private final SessionWishes wishes;

    OutsideController(ResidentMediations mediations, FollowedMatters followed, CalendarFeeds feeds, SessionWishes wishes) {
        this.mediations = mediations;
        this.followed = followed;
        this.feeds = feeds;
        this.wishes = wishes;
    }

    /** @param path below the server's own address; shown once */
    record CalendarFeed(String path) {
    }

    @GetMapping("/public/matters/current/mediation")
    ResponseEntity<ResidentMediation> current(@RequestHeader(name = "X-Follow-Token", required = false) @Nullable String token) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(mediations.of(followed.read(token)));
    }

    /** @param proposedAt when it would suit, to move it; @param reason why */
    record SessionWishRequest(SessionWish.@Nullable Answer answer, @Nullable Instant proposedAt, SessionWish.@Nullable Reason reason) {
    }

    @PostMapping("/public/matters/current/mediation-sessions/{id}/wish")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void say(@RequestHeader(name = "X-Follow-Token", required = false) @Nullable String token, @PathVariable long id,
            @RequestBody SessionWishRequest request) {
        wishes.say(followed.read(token), id, Asked.required("answer", request.answer()), request.proposedAt(), request.reason());
    }

    /** A paper of the mediation to be read, everybody masked. */
    @GetMapping(path = "/public/matters/current/mediation-papers/{paper}", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> paper(@RequestHeader(name = "X-Follow-Token", required = false) @Nullable String token,
            @PathVariable String paper) {
        byte[] pdf = mediations.paper(followed.read(token), paper);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + paper + ".pdf\"")
                .header("X-Content-Type-Options", "nosniff").body(pdf);
    }

    @PostMapping("/mediation-calendar-feed")
    @ResponseStatus(HttpStatus.CREATED)
    CalendarFeed renew() {
        Actors.current().require(Permission.MATTER_HANDLE);
        return new CalendarFeed("/api/v1/public/mediation-calendars/" + feeds.renew() + ".ics");
    }

    @GetMapping(path = "/public/mediation-calendars/{secret}.ics", produces = "text/calendar;charset=UTF-8")
    ResponseEntity<String> calendar(@PathVariable String secret) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(feeds.calendar(secret).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
    }
}
