package org.hejie.partner.web;

import java.util.List;
import org.hejie.org.Actors;
import org.hejie.partner.CloudEvent;
import org.hejie.partner.PartnerEvents;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events a partner's system fetches (CloudEvents 1.0, JSON batch format). */
@RestController
class PartnerEventController {

    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String PATH = "/api/partner/events";

    private final PartnerEvents events;

    PartnerEventController(PartnerEvents events) {
        this.events = events;
    }

    /**
     * The events after a number, in their order; whose they are, the token says. {@code Link: rel="next"} asks for what follows, also
     * when nothing is there yet.
     */
    @GetMapping(path = {PATH, "/api/v1/partner/events"}, produces = {BATCH, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<List<CloudEvent>> after(@RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit) {
        List<CloudEvent> found = events.after(Actors.current(), after, limit);
        long last = found.isEmpty() ? after : Long.parseLong(found.getLast().sequence());
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(BATCH)).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.LINK, "<" + PATH + "?after=" + last + "&limit=" + limit + ">; rel=\"next\"")
                .body(found);
    }
}
