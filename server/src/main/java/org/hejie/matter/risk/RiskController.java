package org.hejie.matter.risk;

import org.hejie.matter.MatterId;
import org.hejie.matter.Matters.Standing;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.web.Asked;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The risk of a matter: shown, found, lowered by two. Changes need the version seen, in If-Match. */
@RestController
@RequestMapping("/api/v1/matters/{id}/risk")
class RiskController {

    private final RiskChecks checks;

    RiskController(RiskChecks checks) {
        this.checks = checks;
    }

    /** @param red whether it stands at red risk; @param ground one of {@link RiskGround}, with red alone */
    record RiskFound(@Nullable Boolean red, @Nullable String ground, @Nullable String reason) {
    }

    record RiskReason(@Nullable String reason) {
    }

    record RiskDecision(@Nullable Boolean granted, @Nullable String reason) {
    }

    /** Where the matter stands after it. */
    record RiskAnswer(long id, String code, String status, boolean red, int version) {
    }

    @GetMapping
    RiskView show(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        return checks.of(new MatterId(id)).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    @PostMapping("/findings")
    ResponseEntity<RiskAnswer> find(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody RiskFound body) {
        return answer(checks.find(new MatterId(id), Asked.version(seen), new RiskFinding(
                Asked.required("red", body.red()) ? Asked.one(RiskGround.class, "ground", body.ground()) : null,
                RiskFinding.checked(body.reason()))));
    }

    @PostMapping("/lowering")
    ResponseEntity<RiskAnswer> askToLower(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody RiskReason body) {
        return answer(checks.askToLower(new MatterId(id), Asked.version(seen), RiskFinding.checked(body.reason())));
    }

    @PostMapping("/lowering/decision")
    ResponseEntity<RiskAnswer> decide(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody RiskDecision body) {
        return answer(checks.decide(new MatterId(id), Asked.version(seen), Asked.required("granted", body.granted()),
                RiskFinding.checked(body.reason())));
    }

    private static ResponseEntity<RiskAnswer> answer(Standing after) {
        return ResponseEntity.ok().eTag(Integer.toString(after.version())).body(new RiskAnswer(after.id().value(),
                after.code().value(), after.status().name(), after.redRisk(), after.version()));
    }
}
