package org.hejie.followup.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.hejie.followup.DueVisit;
import org.hejie.followup.NewVisit;
import org.hejie.followup.VisitMode;
import org.hejie.followup.Visits;
import org.hejie.matter.Evaluation;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.web.Asked;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Planned visits, visits made, and the form of a new one. */
@RestController
@RequestMapping("/api/v1")
class VisitController {

    private static final int LARGEST_LIMIT = 200;
    private static final int LONGEST_OPINION = 8000;

    private final Visits visits;

    VisitController(Visits visits) {
        this.visits = visits;
    }

    record VisitRequest(@Nullable LocalDate doneOn, @Nullable VisitMode mode, @Nullable Boolean fulfilled,
            @Nullable Evaluation satisfaction, @Nullable Boolean relapse, @Nullable String opinion) {

        NewVisit read() {
            var wrong = new Problem.Fields();
            wrong.reject(doneOn == null, "doneOn", "REQUIRED");
            wrong.reject(mode == null, "mode", "REQUIRED");
            wrong.reject(satisfaction == null, "satisfaction", "REQUIRED");
            wrong.reject(opinion != null && opinion.length() > LONGEST_OPINION, "opinion", "LENGTH");
            wrong.done();
            if (doneOn == null || mode == null || satisfaction == null) {
                throw new IllegalStateException("checked above");
            }
            return new NewVisit(doneOn, mode, fulfilled, satisfaction, Boolean.TRUE.equals(relapse), opinion);
        }
    }

    /** Where the matter stands after the visit: reopened, if the answer was bad. */
    record Visited(long id, String code, String status, int version) {
    }

    /** @param due {@code today}, {@code overdue} or {@code week} */
    @GetMapping("/visits")
    Page<DueVisit> due(@RequestParam(defaultValue = "week") String due, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Actors.current().require(Permission.MATTER_READ);
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw Problem.field("limit", "RANGE");
        }
        return visits.due(which(due), cursor, limit);
    }

    @GetMapping("/matters/{id}/visits")
    List<Visits.Made> made(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        return visits.of(new MatterId(id));
    }

    @PostMapping("/matters/{id}/visits")
    ResponseEntity<Visited> make(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody VisitRequest request) {
        Matters.Standing after = visits.make(new MatterId(id), Asked.version(ifMatch), request.read());
        return ResponseEntity.ok().eTag(Integer.toString(after.version()))
                .body(new Visited(id, after.code().value(), after.status().name(), after.version()));
    }

    private static Visits.Due which(String due) {
        try {
            return Visits.Due.valueOf(due.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.field("due", "UNKNOWN");
        }
    }
}
