package org.hejie.notify.web;

import java.util.List;
import org.hejie.notify.DeadLetters;
import org.hejie.notify.DestinationRow;
import org.hejie.notify.WrittenMessage;
import org.hejie.org.Actors;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages that could not be delivered, and how delivery stands. */
@RestController
@RequestMapping("/api/v1")
class DeadLetterController {

    private static final int MOST = 100;

    private final DeadLetters letters;

    DeadLetterController(DeadLetters letters) {
        this.letters = letters;
    }

    /** @param reason up to 200 characters */
    record SettingAside(@Nullable String reason) {
    }

    record DestinationList(List<DestinationRow> items) {
    }

    /** @param count how many are sent again */
    record Resent(int count) {
    }

    /** Dead letters, newest first. */
    @GetMapping("/dead-letters")
    Page<WrittenMessage> page(@RequestParam(required = false) @Nullable String destination,
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "30") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.field("limit", "RANGE");
        }
        return letters.page(Actors.current(), destination, cursor, limit);
    }

    /** Sends one again, and what waits behind it. */
    @PostMapping("/dead-letters/{id}/resending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resend(@PathVariable long id) {
        letters.resend(Actors.current(), id);
    }

    /** Leaves one unsent for good; what waits behind it goes on. */
    @PostMapping("/dead-letters/{id}/setting-aside")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setAside(@PathVariable long id, @RequestBody SettingAside request) {
        letters.setAside(Actors.current(), id, request.reason());
    }

    /** How delivery to each destination stands, in numbers. */
    @GetMapping("/destinations")
    DestinationList destinations() {
        return new DestinationList(letters.destinations(Actors.current()));
    }

    /** Sends all dead letters of a destination again. */
    @PostMapping("/destinations/{name}/resending")
    Resent resendAll(@PathVariable String name) {
        return new Resent(letters.resendAll(Actors.current(), name));
    }
}
