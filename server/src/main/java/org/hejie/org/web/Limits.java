package org.hejie.org.web;

import org.hejie.shared.web.Problem;

/** How long a page of a list may be. */
final class Limits {

    private static final int MOST = 200;

    private Limits() {
    }

    /** @throws Problem INVALID_FIELDS unless 1 to 200 */
    static int check(int limit) {
        new Problem.Fields().reject(limit < 1 || limit > MOST, "limit", "RANGE").done();
        return limit;
    }
}
