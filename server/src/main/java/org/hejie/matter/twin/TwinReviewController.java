package org.hejie.matter.twin;

import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
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

/** Pairs to decide about, and what has been told apart. */
@RestController
@RequestMapping("/api/v1")
class TwinReviewController {

    private static final int MOST = 100;

    private final TwinReview review;

    TwinReviewController(TwinReview review) {
        this.review = review;
    }

    /** @param matterId the other matter */
    record ToldApartRequest(@Nullable Long matterId, @Nullable String reason) {
    }

    @GetMapping("/twins/to-review")
    Page<TwinPair> toReview(@RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "30") int limit, @RequestParam(defaultValue = "0") int count) {
        Actors.current().require(Permission.MATTER_READ);
        if (limit < 1 || limit > MOST) {
            throw Problem.field("limit", "RANGE");
        }
        return review.toReview(cursor, limit, count == 1);
    }

    @GetMapping("/matters/{id}/told-apart")
    List<ToldApart> toldApart(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        return review.toldApart(new MatterId(id));
    }

    @PostMapping("/matters/{id}/told-apart")
    @ResponseStatus(HttpStatus.CREATED)
    ToldApart tellApart(@PathVariable long id, @RequestBody ToldApartRequest body) {
        if (body.matterId() == null) {
            throw Problem.field("matterId", "REQUIRED");
        }
        if (body.matterId() <= 0) {
            throw Problem.field("matterId", "UNKNOWN");
        }
        return review.tellApart(new MatterId(id), new MatterId(body.matterId()), body.reason() == null ? "" : body.reason());
    }

    @PostMapping("/matters/{id}/told-apart/{row}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, @PathVariable long row) {
        review.revoke(new MatterId(id), row);
    }
}
