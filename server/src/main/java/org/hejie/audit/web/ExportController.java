package org.hejie.audit.web;

import org.hejie.audit.ExportApprovals;
import org.hejie.audit.ExportRow;
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

/** Files of rows that were taken, and those that wait for a second person. */
@RestController
@RequestMapping("/api/v1/exports")
class ExportController {

    private static final int MOST = 200;

    /** What the file is for. */
    record Purpose(@Nullable String purpose) {
    }

    /** @param opinion needed to refuse */
    record ExportDecision(@Nullable Boolean approved, @Nullable String opinion) {
    }

    private final ExportApprovals exports;

    ExportController(ExportApprovals exports) {
        this.exports = exports;
    }

    /** One's own, newest first; those to decide for who may, all for the audit administrator. */
    @GetMapping
    Page<ExportRow> list(@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        new Problem.Fields().reject(limit < 1 || limit > MOST, "limit", "RANGE").done();
        return exports.list(Actors.current(), cursor, limit);
    }

    /** Asks a second person. */
    @PostMapping("/{id}/request")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(@PathVariable long id, @RequestBody Purpose purpose) {
        new Problem.Fields().reject(purpose.purpose() == null, "purpose", "REQUIRED").done();
        exports.ask(Actors.current(), id, purpose.purpose());
    }

    /** Approves or refuses. */
    @PostMapping("/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable long id, @RequestBody ExportDecision decision) {
        new Problem.Fields().reject(decision.approved() == null, "approved", "REQUIRED").done();
        exports.decide(Actors.current(), id, decision.approved(), decision.opinion());
    }
}
