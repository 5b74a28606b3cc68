package org.hejie.intake.web;

import java.time.LocalDate;
import org.hejie.intake.Conflicts;
import org.hejie.intake.Settlement;
import org.hejie.intake.SubmissionFile;
import org.hejie.intake.SubmissionId;
import org.hejie.intake.SubmissionList;
import org.hejie.intake.SubmissionList.Filter;
import org.hejie.intake.SubmissionRow;
import org.hejie.intake.SubmissionState;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of what came in, line by line, and the desk where conflicts are settled. */
@RestController
@RequestMapping("/api/v1/submissions")
class SubmissionController {

    private static final int MOST = 100;

    private final SubmissionList list;
    private final Conflicts conflicts;
    private final AuditLog audit;

    SubmissionController(SubmissionList list, Conflicts conflicts, AuditLog audit) {
        this.list = list;
        this.conflicts = conflicts;
        this.audit = audit;
    }

    /** @param reason the clerk's words, up to 200 characters; needed unless it is added */
    record SettlementRequest(Settlement.@Nullable Outcome outcome, @Nullable String reason) {

        Settlement settlement() {
            if (outcome == null) {
                throw Problem.field("outcome", "REQUIRED");
            }
            return new Settlement(outcome, reason);
        }
    }

    @GetMapping
    Page<SubmissionRow> page(@RequestParam(required = false) @Nullable String line,
            @RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable SubmissionState state,
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "30") int limit) {
        Actors.current().require(Permission.MATTER_READ);
        if (limit < 1 || limit > MOST) {
            throw Problem.field("limit", "RANGE");
        }
        return list.page(new Filter(Lines.optional(line), from, to, state), cursor, limit);
    }

    @GetMapping("/{id}")
    SubmissionFile detail(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        SubmissionFile file = conflicts.file(new SubmissionId(id)).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        audit.record(AuditEntry.of(AuditKind.READ, "SUBMISSION_READ").by(Actors.current().auditActor()).on("submission", id));
        return file;
    }

    /** Settles a conflict: 409 when somebody was quicker. */
    @PostMapping("/{id}/settlement")
    SubmissionFile settle(@PathVariable long id, @RequestBody SettlementRequest request) {
        return conflicts.settle(new SubmissionId(id), request.settlement());
    }
}
