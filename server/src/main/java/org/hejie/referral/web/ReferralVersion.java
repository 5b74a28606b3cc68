package org.hejie.referral.web;

import org.springframework.http.ResponseEntity;

/** What an act leaves: the number of its row and the version the next act is to name. */
record ReferralVersion(long id, int version) {

    static ResponseEntity<ReferralVersion> answer(long id, int version) {
        return ResponseEntity.ok().eTag(Integer.toString(version)).body(new ReferralVersion(id, version));
    }
}
