package org.hejie.referral.web;

import java.util.Arrays;
import java.util.Locale;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.referral.PartnerSystem;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** Reads what requests carry. */
final class Asked {

    private static final int LARGEST_LIMIT = 200;

    private Asked() {
    }

    static void reading() {
        Actors.current().require(Permission.MATTER_READ);
    }

    /** @throws Problem NOT_FOUND for a partner there is not */
    static PartnerSystem system(String slug) {
        return PartnerSystem.ofSlug(slug).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    static int within(int limit) {
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw Problem.field("limit", "RANGE");
        }
        return limit;
    }

    static int version(String ifMatch) {
        try {
            return Integer.parseInt(ifMatch.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw Problem.of(ProblemType.STALE);
        }
    }

    static ResponseEntity<ReferralVersion> version(long id, int version) {
        return ResponseEntity.ok().eTag(Integer.toString(version)).body(new ReferralVersion(id, version));
    }

    record ReferralVersion(long id, int version) {
    }

    static <E extends Enum<E>> E one(Class<E> kind, String field, @Nullable String name) {
        String wanted = name == null ? "" : name.toUpperCase(Locale.ROOT);
        return Arrays.stream(kind.getEnumConstants()).filter(value -> value.name().equals(wanted)).findFirst()
                .orElseThrow(() -> Problem.field(field, wanted.isEmpty() ? "REQUIRED" : "UNKNOWN"));
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
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
