package org.hejie.wage.web;

import java.util.List;
import java.util.Set;
import org.hejie.matter.MatterId;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.party.PartyDraft;
import org.hejie.party.PartyKind;
import org.hejie.shared.web.Asked;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.hejie.wage.ClaimDraft;
import org.hejie.wage.ClaimFact;
import org.hejie.wage.ClaimRow;
import org.hejie.wage.Evidence;
import org.hejie.wage.Presence;
import org.hejie.wage.Stage;
import org.hejie.wage.StageRow;
import org.hejie.wage.WageClaim;
import org.hejie.wage.WageClaims;
import org.hejie.wage.web.WageVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Wage claims: opened on a matter, changed, listed by stage; clues to the procuratorate. */
@RestController
@RequestMapping("/api/v1")
class ClaimController {

    private final WageClaims claims;

    ClaimController(WageClaims claims) {
        this.claims = claims;
    }

    /** @param name null: no foreman, or with a change, as before */
    record ForemanRequest(@Nullable String name, @Nullable String phone) {
    }

    record ClaimRequest(@Nullable String project, @Nullable String developer, @Nullable String generalContractor,
            @Nullable String subcontractor, @Nullable String team, @Nullable ForemanRequest foreman, @Nullable List<String> facts,
            @Nullable List<String> evidence, @Nullable String account, @Nullable String deposit) {

        ClaimDraft read() {
            return new ClaimDraft(Asked.text(project), developer, generalContractor, subcontractor, team, person(),
                    Asked.several(ClaimFact.class, "facts", facts), Asked.several(Evidence.class, "evidence", evidence),
                    presence("account", account), presence("deposit", deposit));
        }

        private @Nullable PartyDraft person() {
            return foreman == null || foreman.name() == null || foreman.name().isBlank() ? null : new PartyDraft(PartyKind.PERSON,
                    foreman.name(), null, null, null, foreman.phone(), null, null, null, null, Set.of());
        }

        private static Presence presence(String field, @Nullable String name) {
            return name == null ? Presence.UNKNOWN : Asked.one(Presence.class, field, name);
        }
    }

    record ClueRequest(@Nullable String text) {
    }

    /** @param text why not; may be left out when it is taken up */
    record ClueAnswer(@Nullable Boolean takenUp, @Nullable String text) {
    }

    /** Number of what was made. */
    record WageMade(long id) {
    }

    /** Every stage. */
    record Stages(List<StageRow> items) {
    }

    @PostMapping("/matters/{id}/wage-claims")
    @ResponseStatus(HttpStatus.CREATED)
    WageMade open(@PathVariable long id, @RequestBody ClaimRequest request) {
        return new WageMade(claims.open(new MatterId(id), request.read()));
    }

    @GetMapping("/wage-claims")
    Page<ClaimRow> list(@RequestParam(required = false) @Nullable Long matter, @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        Actors.current().require(Permission.MATTER_READ);
        return claims.list(matter, stage == null ? null : Asked.one(Stage.class, "stage", stage), cursor, Asked.within(limit));
    }

    @GetMapping("/wage-stages")
    Stages stages() {
        Actors.current().require(Permission.MATTER_READ);
        return new Stages(claims.stages());
    }

    @GetMapping("/wage-claims/{id}")
    ResponseEntity<WageClaim> find(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        WageClaim claim = claims.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        return ResponseEntity.ok().eTag(Integer.toString(claim.version())).body(claim);
    }

    @PutMapping("/wage-claims/{id}")
    ResponseEntity<WageVersion> change(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody ClaimRequest request) {
        return WageVersion.answer(id, claims.change(id, Asked.version(seen), request.read()));
    }

    @PostMapping("/wage-claims/{id}/clues")
    @ResponseStatus(HttpStatus.CREATED)
    WageMade sendClue(@PathVariable long id, @RequestBody ClueRequest request) {
        return new WageMade(claims.sendClue(id, Asked.text(request.text())));
    }

    @PostMapping("/wage-clues/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answerClue(@PathVariable long id, @RequestBody ClueAnswer request) {
        claims.answerClue(id, Asked.required("takenUp", request.takenUp()), request.text());
    }
}
