package org.hejie.org.web;

import java.time.LocalDate;
import org.hejie.org.Actors;
import org.hejie.org.NewLeaveCover;
import org.hejie.org.PostId;
import org.hejie.org.StaffId;
import org.hejie.org.StaffRegister;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Ends posts, and lets others stand in for their holders. */
@RestController
@RequestMapping("/api/v1")
class PostController {

    /** First day without the post. */
    record Ending(@Nullable LocalDate on) {
    }

    /** Who stands in, first and last day, and why. */
    record Cover(@Nullable Long coverStaffId, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String reason) {
    }

    private final StaffRegister register;

    PostController(StaffRegister register) {
        this.register = register;
    }

    /** Ends a post. */
    @PostMapping("/posts/{id}/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id, @RequestBody Ending ending) {
        new Problem.Fields().reject(ending.on() == null, "on", "REQUIRED").done();
        register.endPost(Actors.current(), post(id), ending.on());
    }

    /** Lets another stand in. */
    @PostMapping("/posts/{id}/leave-covers")
    @ResponseStatus(HttpStatus.CREATED)
    StaffController.NewId cover(@PathVariable long id, @RequestBody Cover cover) {
        new Problem.Fields()
                .reject(cover.coverStaffId() == null || cover.coverStaffId() <= 0, "coverStaffId", "REQUIRED")
                .reject(cover.from() == null, "from", "REQUIRED")
                .reject(cover.to() == null, "to", "REQUIRED")
                .reject(cover.reason() == null, "reason", "REQUIRED")
                .done();
        return new StaffController.NewId(register.cover(Actors.current(), post(id),
                new NewLeaveCover(new StaffId(cover.coverStaffId()), cover.from(), cover.to(), cover.reason())));
    }

    /** Ends a cover before its time. */
    @PostMapping("/leave-covers/{id}/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endCover(@PathVariable long id) {
        register.endCover(Actors.current(), id);
    }

    private static PostId post(long id) {
        if (id <= 0) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        return new PostId(id);
    }
}
