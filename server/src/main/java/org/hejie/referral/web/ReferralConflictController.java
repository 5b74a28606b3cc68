package org.hejie.referral.web;

import java.util.List;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.referral.ReferralConflict;
import org.hejie.referral.ReferralConflict.Decision;
import org.hejie.referral.ReferralConflicts;
import org.hejie.shared.web.Asked;
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

/** Compares what a partner sent again with what its referral says, and settles it. */
@RestController
@RequestMapping("/api/v1/referrals/{id}/conflicts")
class ReferralConflictController {

    private final ReferralConflicts conflicts;

    ReferralConflictController(ReferralConflicts conflicts) {
        this.conflicts = conflicts;
    }

    /** Of a referral, the earliest first. */
    record ReferralConflictItems(List<ReferralConflict> items) {
    }

    record ReferralSettlement(@Nullable Decision decision, @Nullable String reason) {
    }

    @GetMapping
    ReferralConflictItems of(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        return new ReferralConflictItems(conflicts.of(id));
    }

    /** 409 when somebody was quicker or the referral has ended; 412 when the page is older than the referral. */
    @PostMapping("/{conflict}/settlement")
    ResponseEntity<ReferralVersion> settle(@PathVariable long id, @PathVariable long conflict,
            @RequestHeader(HttpHeaders.IF_MATCH) String seen, @RequestBody ReferralSettlement request) {
        return ReferralVersion.answer(id, conflicts.settle(id, Asked.version(seen), conflict, request.decision(), request.reason()));
    }
}
