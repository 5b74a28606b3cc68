package org.hejie.wage.web;

import org.springframework.http.ResponseEntity;

/** What an act leaves: the number of its row and the version the next act is to name. */
record WageVersion(long id, int version) {

    static ResponseEntity<WageVersion> answer(long id, int version) {
        return ResponseEntity.ok().eTag(Integer.toString(version)).body(new WageVersion(id, version));
    }
}
