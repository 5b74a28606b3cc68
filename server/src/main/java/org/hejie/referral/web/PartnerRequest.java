package org.hejie.referral.web;

import org.hejie.referral.PartnerSystem;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import tools.jackson.databind.JsonNode;

/** Reads what requests of partners carry. */
final class PartnerRequest {

    private PartnerRequest() {
    }

    /** @throws Problem NOT_FOUND for a partner there is not */
    static PartnerSystem system(String slug) {
        return PartnerSystem.ofSlug(slug).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    /** The list of that name, 1 to {@code most} long. */
    static JsonNode many(JsonNode body, String field, int most) {
        JsonNode given = body.path(field);
        if (!given.isArray() || given.isEmpty() || given.size() > most) {
            throw Problem.field(field, given.isArray() && !given.isEmpty() ? "TOO_MANY" : "REQUIRED");
        }
        return given;
    }
}
