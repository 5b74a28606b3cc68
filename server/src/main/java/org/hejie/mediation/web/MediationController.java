package org.hejie.mediation.web;

import java.time.Instant;
import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.mediation.MediationCase;
import org.hejie.mediation.MediationRow;
import org.hejie.mediation.MediationSessionRow;
import org.hejie.mediation.Mediations.Agreed;
import org.hejie.mediation.Mediations;
import org.hejie.mediation.web.MediatorController.MediationMade;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.web.Asked;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mediations: opened, consented to, assigned, ended. */
@RestController
@RequestMapping("/api/v1")
class MediationController {

    private final Mediations mediations;

    MediationController(Mediations mediations) {
        this.mediations = mediations;
    }

    /** @param agreed who has agreed already; null for nobody */
    record OpenRequest(@Nullable Long mediatorId, MediationCase.@Nullable Origin origin, @Nullable AgreedRequest agreed) {
    }

    record AgreedRequest(@Nullable List<@Nullable Long> partyIds, MediationCase.@Nullable Mode mode, @Nullable Long documentId) {

        Agreed read() {
            return new Agreed(Asked.numbers("agreed.partyIds", partyIds), Asked.required("agreed.mode", mode), documentId);
        }
    }

    record AssignmentRequest(@Nullable Long mediatorId, @Nullable String reason) {
    }

    record ConsentRequest(@Nullable List<@Nullable Long> partyIds, MediationCase.@Nullable Consent consent, MediationCase.@Nullable Mode mode,
            @Nullable Long documentId) {
    }

    record EndingRequest(MediationCase.@Nullable State state, @Nullable String reason) {
    }

    record MediationList(List<MediationCase> items) {
    }

    record MediationCalendar(List<MediationSessionRow> items) {
    }

    @PostMapping("/matters/{id}/mediations")
    @ResponseStatus(HttpStatus.CREATED)
    MediationMade open(@PathVariable long id, @RequestBody OpenRequest request) {
        return new MediationMade(mediations.open(new MatterId(id), Asked.required("mediatorId", request.mediatorId()),
                Asked.required("origin", request.origin()), request.agreed() == null ? null : request.agreed().read()));
    }

    @GetMapping("/matters/{id}/mediations")
    MediationList of(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        return new MediationList(mediations.of(new MatterId(id)));
    }

    /** @param mine only the reader's own */
    @GetMapping("/mediations")
    Page<MediationRow> list(@RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) MediationCase.@Nullable State state, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Actors.current().require(Permission.MATTER_READ);
        return mediations.list(mine, state, cursor, Asked.within(limit));
    }

    @GetMapping("/mediations/{id}")
    ResponseEntity<MediationCase> find(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        MediationCase one = mediations.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        return ResponseEntity.ok().eTag(Integer.toString(one.version())).body(one);
    }

    @PostMapping("/mediations/{id}/assignments")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@PathVariable long id, @RequestBody AssignmentRequest request) {
        mediations.assign(id, Asked.required("mediatorId", request.mediatorId()), request.reason());
    }

    @PostMapping("/mediations/{id}/consents")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void consent(@PathVariable long id, @RequestBody ConsentRequest request) {
        mediations.consent(id, Asked.numbers("partyIds", request.partyIds()), Asked.required("consent", request.consent()),
                Asked.required("mode", request.mode()), request.documentId());
    }

    @PostMapping("/mediations/{id}/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id, @RequestBody EndingRequest request) {
        mediations.end(id, Asked.required("state", request.state()), Asked.text(request.reason()));
    }

    /** Sessions that begin in the span. */
    @GetMapping("/mediation-sessions")
    MediationCalendar calendar(@RequestParam(defaultValue = "false") boolean mine, @RequestParam Instant from, @RequestParam Instant to) {
        Actors.current().require(Permission.MATTER_READ);
        return new MediationCalendar(mediations.calendar(mine, from, to));
    }
}
