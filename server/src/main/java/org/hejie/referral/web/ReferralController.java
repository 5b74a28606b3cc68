package org.hejie.referral.web;

import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.referral.Column;
import org.hejie.referral.Desk;
import org.hejie.referral.PartnerSystem;
import org.hejie.referral.ReferralRow;
import org.hejie.referral.ReferralView;
import org.hejie.referral.Referrals;
import org.hejie.referral.RulesView;
import org.hejie.referral.web.ReferralVersion;
import org.hejie.shared.web.Asked;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
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

/** The partners' desks: what came and went, and what is done with it. */
@RestController
@RequestMapping("/api/v1")
class ReferralController {

    private final Referrals referrals;

    ReferralController(Referrals referrals) {
        this.referrals = referrals;
    }

    record ReferralMade(long id) {
    }

    record ReferralSending(@Nullable String kind, @Nullable String text) {
    }

    record ReferralReason(@Nullable String reason, @Nullable String text) {
    }

    /** @param by such as {@code 15cd} */
    record ReferralExtension(@Nullable String by, @Nullable Boolean bothConsent, @Nullable String proof) {
    }

    /** Of a matter, the latest first. */
    record MatterReferrals(List<ReferralRow> items) {
    }

    /** The four desks. */
    record Desks(List<Desk> items) {
    }

    @GetMapping("/referral-rules")
    RulesView rules() {
        Actors.current().require(Permission.MATTER_READ);
        return referrals.rules();
    }

    @GetMapping("/referral-desks")
    Desks desks() {
        Actors.current().require(Permission.MATTER_READ);
        return new Desks(List.of(PartnerSystem.values()).stream().map(referrals::desk).toList());
    }

    @GetMapping("/referrals")
    Page<ReferralRow> list(@RequestParam String system, @RequestParam String column,
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        Actors.current().require(Permission.MATTER_READ);
        return referrals.list(Asked.one(PartnerSystem.class, "system", system), Asked.one(Column.class, "column", column), cursor, Asked.within(limit));
    }

    @GetMapping("/referrals/{id}")
    ResponseEntity<ReferralView> find(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        ReferralView one = referrals.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        return ResponseEntity.ok().eTag(Integer.toString(one.version())).body(one);
    }

    @GetMapping("/matters/{id}/referrals")
    MatterReferrals of(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        return new MatterReferrals(referrals.of(new MatterId(id)));
    }

    @PostMapping("/matters/{id}/referrals")
    @ResponseStatus(HttpStatus.CREATED)
    ReferralMade send(@PathVariable long id, @RequestBody ReferralSending request) {
        return new ReferralMade(referrals.send(new MatterId(id), Asked.text(request.kind()), Asked.text(request.text())));
    }

    @PostMapping("/referrals/{id}/receipt")
    ResponseEntity<ReferralVersion> sign(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen) {
        return ReferralVersion.answer(id, referrals.sign(id, Asked.version(seen)));
    }

    @PostMapping("/referrals/{id}/refusal")
    ResponseEntity<ReferralVersion> decline(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody ReferralReason request) {
        return ReferralVersion.answer(id, referrals.decline(id, Asked.version(seen), Asked.text(request.reason()), request.text()));
    }

    @PostMapping("/referrals/{id}/extension")
    ResponseEntity<ReferralVersion> extend(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody ReferralExtension request) {
        return ReferralVersion.answer(id, referrals.extend(id, Asked.version(seen), Asked.text(request.by()),
                Boolean.TRUE.equals(request.bothConsent()), Asked.text(request.proof())));
    }

    @PostMapping("/referrals/{id}/answer")
    ResponseEntity<ReferralVersion> answer(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Referrals.ReferralAnswer request) {
        return ReferralVersion.answer(id, referrals.answer(id, Asked.version(seen), request));
    }

    @PostMapping("/referrals/{id}/recall")
    ResponseEntity<ReferralVersion> recall(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody ReferralReason request) {
        return ReferralVersion.answer(id, referrals.recall(id, Asked.version(seen), Asked.text(request.reason())));
    }
}
