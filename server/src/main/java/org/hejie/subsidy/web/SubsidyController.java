package org.hejie.subsidy.web;

import java.util.List;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.web.Asked;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.hejie.subsidy.SubsidyClaim;
import org.hejie.subsidy.SubsidyClaims;
import org.hejie.subsidy.SubsidyClaims.Chosen;
import org.hejie.subsidy.SubsidyClaims.Claimable;
import org.hejie.subsidy.SubsidyClaims.StateSum;
import org.hejie.subsidy.SubsidyRow;
import org.hejie.subsidy.SubsidyState;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 以案定补: claims, decisions and objections. */
@RestController
@RequestMapping("/api/v1")
class SubsidyController {

    private final SubsidyClaims claims;

    SubsidyController(SubsidyClaims claims) {
        this.claims = claims;
    }

    /** Number of what was made. */
    record SubsidyMade(long id) {
    }

    record ClaimableList(List<Claimable> items) {
    }

    record StateSums(List<StateSum> items) {
    }

    record SubsidyDecision(SubsidyClaim.@Nullable Step step, @Nullable Boolean passed, @Nullable String why) {
    }

    record ObjectionRequest(SubsidyClaim.@Nullable Ground ground) {
    }

    record ObjectionAnswer(@Nullable Boolean upheld, @Nullable String answer) {
    }

    @PostMapping("/mediations/{id}/subsidy-claims")
    @ResponseStatus(HttpStatus.CREATED)
    SubsidyMade claim(@PathVariable long id) {
        return new SubsidyMade(claims.claim(id));
    }

    @GetMapping("/subsidy-claims")
    Page<SubsidyRow> list(@RequestParam(required = false) @Nullable SubsidyState state, @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable Long list, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Actors.current().require(Permission.MATTER_READ);
        return claims.list(new Chosen(state, mine, list, null), cursor, Asked.within(limit));
    }

    @GetMapping("/subsidy-claims/{id}")
    ResponseEntity<SubsidyClaim> find(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        SubsidyClaim one = claims.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        return ResponseEntity.ok().eTag(Integer.toString(one.version())).body(one);
    }

    @GetMapping("/subsidy-claimable")
    ClaimableList claimable() {
        Actors.current().require(Permission.MATTER_READ);
        return new ClaimableList(claims.claimable());
    }

    @GetMapping("/subsidy-sums")
    StateSums sums() {
        Actors.current().require(Permission.MATTER_READ);
        return new StateSums(claims.sums());
    }

    @PostMapping("/subsidy-claims/{id}/decisions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen, @RequestBody SubsidyDecision request) {
        Actors.current().require(Permission.MATTER_READ);
        claims.decide(id, Asked.version(seen), Asked.required("step", request.step()), Asked.required("passed", request.passed()), request.why());
    }

    @PostMapping("/subsidy-claims/{id}/objections")
    @ResponseStatus(HttpStatus.CREATED)
    SubsidyMade object(@PathVariable long id, @RequestBody ObjectionRequest request) {
        Actors.current().require(Permission.MATTER_READ);
        return new SubsidyMade(claims.object(id, Asked.required("ground", request.ground())));
    }

    @PostMapping("/subsidy-objections/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable long id, @RequestBody ObjectionAnswer request) {
        Actors.current().require(Permission.MATTER_READ);
        claims.answer(id, Asked.required("upheld", request.upheld()), request.answer());
    }
}
