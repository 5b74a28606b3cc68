package org.hejie.followup.web;

import java.time.LocalDate;
import java.util.List;
import org.hejie.followup.ObligationSignal;
import org.hejie.followup.ObligationSignals;
import org.hejie.followup.ObligationSignals.Finding;
import org.hejie.followup.ObligationSignals.ObligationVisit;
import org.hejie.followup.VisitMode;
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

/** Obligations that were not kept, and the visits made for them. */
@RestController
@RequestMapping("/api/v1")
class ObligationSignalController {

    private static final int LARGEST_LIMIT = 200;
    private static final int LONGEST_OPINION = 8000;

    private final ObligationSignals signals;

    ObligationSignalController(ObligationSignals signals) {
        this.signals = signals;
    }

    record ObligationVisitRequest(@Nullable LocalDate doneOn, @Nullable VisitMode mode, @Nullable Finding finding, @Nullable String opinion) {

        ObligationVisit read() {
            new Problem.Fields().reject(doneOn == null, "doneOn", "REQUIRED").reject(mode == null, "mode", "REQUIRED")
                    .reject(finding == null, "finding", "REQUIRED")
                    .reject(opinion != null && (opinion.length() > LONGEST_OPINION || opinion.indexOf('\0') >= 0), "opinion", "LENGTH").done();
            if (doneOn == null || mode == null || finding == null) {
                throw new IllegalStateException("checked above");
            }
            return new ObligationVisit(doneOn, mode, finding, opinion);
        }

        @Override
        public String toString() {
            return "ObligationVisitRequest[hidden]";
        }
    }

    record ObligationSignalList(List<ObligationSignal> items) {
    }

    /** Signals nobody has visited for. @param mine those of the reader's own mediations */
    @GetMapping("/obligation-signals")
    Page<ObligationSignal> open(@RequestParam(defaultValue = "false") boolean mine, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Actors.current().require(Permission.MATTER_READ);
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw Problem.field("limit", "RANGE");
        }
        return signals.open(mine, cursor, limit);
    }

    @GetMapping("/matters/{id}/obligation-signals")
    ObligationSignalList of(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        return new ObligationSignalList(signals.of(new MatterId(id)));
    }

    @PostMapping("/obligation-signals/{id}/visit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void visit(@PathVariable long id, @RequestBody ObligationVisitRequest request) {
        signals.visit(id, request.read());
    }
}
