package org.hejie.matter.supervision;

import java.time.LocalDate;
import org.hejie.matter.MatterId;
import org.hejie.matter.supervision.RefusalSamples.Finding;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.web.Asked;
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

/** Boards of supervision, and the samples of what was not accepted. */
@RestController
@RequestMapping("/api/v1/supervision")
class BoardController {

    private final Boards boards;
    private final RefusalSamples samples;

    BoardController(Boards boards, RefusalSamples samples) {
        this.boards = boards;
        this.samples = samples;
    }

    /** A period to draw from, both days included. */
    record SamplePeriod(@Nullable LocalDate from, @Nullable LocalDate to) {
    }

    record FindingRequest(@Nullable String finding, @Nullable String reason) {
    }

    /** @param by {@code unit} or {@code person} */
    @GetMapping("/boards")
    Page<BoardRow> board(@RequestParam(defaultValue = "unit") String by,
            @RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        Actors.current().require(Permission.MATTER_READ);
        return boards.of(Asked.one(Boards.By.class, "by", by), from, to, cursor, Asked.within(limit));
    }

    @GetMapping("/samples")
    Page<RefusalSamples.Sample> samples(@RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return samples.list(cursor, Asked.within(limit));
    }

    @PostMapping("/samples")
    @ResponseStatus(HttpStatus.CREATED)
    RefusalSamples.Sample draw(@RequestBody SamplePeriod period) {
        if (period.from() == null || period.to() == null) {
            throw Problem.field(period.from() == null ? "from" : "to", "REQUIRED");
        }
        return samples.draw(period.from(), period.to());
    }

    @GetMapping("/samples/{id}/items")
    Page<RefusalSamples.SampleItem> items(@PathVariable long id, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return samples.items(id, cursor, Asked.within(limit));
    }

    @PostMapping("/samples/{id}/items/{matter}/finding")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void find(@PathVariable long id, @PathVariable long matter, @RequestBody FindingRequest request) {
        samples.find(id, new MatterId(matter), Asked.one(Finding.class, "finding", request.finding()),
                request.reason() == null ? "" : request.reason());
    }
}
