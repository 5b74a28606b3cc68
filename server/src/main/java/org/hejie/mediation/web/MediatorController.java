package org.hejie.mediation.web;

import java.time.LocalDate;
import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.mediation.Committee;
import org.hejie.mediation.MediatorRow;
import org.hejie.mediation.MediatorSuggestion;
import org.hejie.mediation.Mediators;
import org.hejie.mediation.NewMediator;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.UnitId;
import org.hejie.shared.web.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of mediators. */
@RestController
@RequestMapping("/api/v1")
class MediatorController {

    private final Mediators mediators;

    MediatorController(Mediators mediators) {
        this.mediators = mediators;
    }

    record CommitteeRequest(@Nullable Long unitId, @Nullable String name, @Nullable String sign) {
    }

    record MediatorRequest(@Nullable Long staffId, @Nullable Long committeeId, MediatorRow.@Nullable Kind kind,
            @Nullable List<String> specialties, @Nullable List<String> languages, @Nullable String filingNo,
            @Nullable LocalDate filedOn, @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {

        NewMediator read() {
            return new NewMediator(Asked.required("staffId", staffId), Asked.required("committeeId", committeeId),
                    Asked.required("kind", kind), specialties == null ? List.of() : specialties,
                    languages == null ? List.of() : languages, filingNo, filedOn, Asked.required("validFrom", validFrom), validTo);
        }
    }

    record RecusalRequest(@Nullable Long mediatorId, Mediators.@Nullable RecusalGround ground) {
    }

    /** Number of what was made. */
    record MediationMade(long id) {
    }

    record MediatorList(List<MediatorRow> items) {
    }

    record CommitteeList(List<Committee> items) {
    }

    record SuggestionList(List<MediatorSuggestion> items) {
    }

    @GetMapping("/mediation-committees")
    CommitteeList committees() {
        if (!Actors.current().may(Permission.ORG_ADMIN)) {
            Actors.current().require(Permission.MATTER_READ);
        }
        return new CommitteeList(mediators.committees());
    }

    @PostMapping("/mediation-committees")
    @ResponseStatus(HttpStatus.CREATED)
    MediationMade establish(@RequestBody CommitteeRequest request) {
        return new MediationMade(mediators.establish(new UnitId(Asked.required("unitId", request.unitId())), Asked.text(request.name()),
                Asked.text(request.sign())));
    }

    @GetMapping("/mediators")
    MediatorList register() {
        Actors.current().require(Permission.MATTER_READ);
        return new MediatorList(mediators.register());
    }

    @PostMapping("/mediators")
    @ResponseStatus(HttpStatus.CREATED)
    MediationMade enter(@RequestBody MediatorRequest request) {
        return new MediationMade(mediators.enter(request.read()));
    }

    @PutMapping("/mediators/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen, @RequestBody MediatorRequest request) {
        mediators.change(id, Asked.version(seen), request.read());
    }

    @GetMapping("/matters/{id}/mediator-suggestions")
    SuggestionList suggest(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        return new SuggestionList(mediators.suggest(new MatterId(id)));
    }

    @PostMapping("/matters/{id}/recusals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void recuse(@PathVariable long id, @RequestBody RecusalRequest request) {
        mediators.recuse(new MatterId(id), Asked.required("mediatorId", request.mediatorId()), Asked.required("ground", request.ground()));
    }
}
