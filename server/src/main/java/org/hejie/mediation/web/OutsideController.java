package org.hejie.mediation.web;

import org.hejie.matter.FollowedMatters;
import org.hejie.mediation.CalendarFeeds;
import org.hejie.mediation.ResidentMediation;
import org.hejie.mediation.ResidentMediations;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

    OutsideController(ResidentMediations mediations, FollowedMatters followed, CalendarFeeds feeds) {
        this.mediations = mediations;
        this.followed = followed;
        this.feeds = feeds;
    }

    /** @param path below the server's own address; shown once */
    record CalendarFeed(String path) {
    }

    @GetMapping("/public/matters/current/mediation")
    ResponseEntity<ResidentMediation> current(@RequestHeader(name = "X-Follow-Token", required = false) @Nullable String token) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(mediations.of(followed.read(token)));
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
