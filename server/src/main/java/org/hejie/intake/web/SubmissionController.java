package org.hejie.intake.web;

import java.time.LocalDate;
import java.util.List;
import org.hejie.intake.SubmissionId;
import org.hejie.intake.SubmissionList;
import org.hejie.intake.SubmissionList.Filter;
import org.hejie.intake.SubmissionRow;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of what came in, line by line. */
@RestController
@RequestMapping("/api/v1/submissions")
class SubmissionController {

    private static final int MOST = 100;

    private final SubmissionList list;

    SubmissionController(SubmissionList list) {
        this.list = list;
    }

    /** @param conflicts others under the same number with other content */
    record SubmissionDetail(SubmissionRow submission, List<SubmissionRow> conflicts) {
    }

    @GetMapping
    Page<SubmissionRow> page(@RequestParam(required = false) @Nullable String line,
            @RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String state, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "30") int limit) {
        Actors.current().require(Permission.MATTER_READ);
        if (limit < 1 || limit > MOST) {
            throw Problem.field("limit", "RANGE");
        }
        return list.page(new Filter(Lines.optional(line), from, to, state), cursor, limit);
    }

    @GetMapping("/{id}")
    SubmissionDetail detail(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        SubmissionRow found = list.find(new SubmissionId(id)).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        return new SubmissionDetail(found, list.conflictsOf(new SubmissionId(id)));
    }
}
