package org.hejie.org.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hejie.org.GrantOrder;
import org.hejie.org.NewApiClient;
import org.hejie.org.NewLeaveCover;
import org.hejie.org.NewPost;
import org.hejie.org.PostId;
import org.hejie.org.Role;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is sent: its kind, and the fields of that kind.
 *
 * @param reason why, 1 to 200 characters
 * @param staffId who gets the post, the password, the link; who stands in (COVER)
 * @param postId the post handed over, covered, or acted by
 * @param from first day; @param to last day of a cover, first day without a post
 * @param on first day of a hand-over or of the successors
 */
record GrantOrderBody(@Nullable Kind kind, @Nullable String reason, @Nullable Long staffId, @Nullable Role role,
        @Nullable Long unitId, @Nullable Long scopeUnitId, @Nullable Long postId, @Nullable LocalDate from,
        @Nullable LocalDate to, @Nullable LocalDate on, @Nullable String name, @Nullable LineName line,
        @Nullable Set<String> scopes, @Nullable Integer expiresInDays, @Nullable Long clientId, @Nullable String issuer,
        @Nullable String subject, @Nullable List<Long> unitIds, @Nullable List<Long> successorIds) {

    private static final int USUAL_DAYS = 365;

    /** What is asked for. */
    enum Kind { POST, HANDOVER, COVER, CLIENT, ROTATION, PASSWORD, LINK, UNITS }

    /** @throws Problem INVALID_FIELDS naming the fields that are missing */
    GrantOrder order() {
        return switch (required(kind, "kind")) {
            case POST -> new GrantOrder.GivePost(staff(), new NewPost(required(role, "role"), unit(unitId, "unitId"),
                    scopeUnitId == null ? null : unit(scopeUnitId, "scopeUnitId"), from, to));
            case HANDOVER -> new GrantOrder.HandOverPost(post(), staff(), on);
            case COVER -> new GrantOrder.CoverLeave(post(), new NewLeaveCover(staff(), required(from, "from"), required(to, "to"),
                    required(reason, "reason")));
            case CLIENT -> new GrantOrder.ConnectSystem(client());
            case ROTATION -> new GrantOrder.RotateToken(number(clientId, "clientId"));
            case PASSWORD -> new GrantOrder.ResetPassword(staff());
            case LINK -> new GrantOrder.LinkIdentity(staff(), required(issuer, "issuer"), required(subject, "subject"));
            case UNITS -> new GrantOrder.SucceedUnits(units(unitIds, "unitIds"), units(successorIds, "successorIds"), on);
        };
    }

    private NewApiClient client() {
        Set<String> allowed = scopes != null ? scopes : line == null ? Set.of() : line.scopes();
        return new NewApiClient(required(name, "name"), unitId == null ? null : unit(unitId, "unitId"),
                line == null ? null : line.line(), postId == null ? null : post(), allowed,
                Duration.ofDays(expiresInDays == null ? USUAL_DAYS : expiresInDays));
    }

    private StaffId staff() {
        return new StaffId(number(staffId, "staffId"));
    }

    private PostId post() {
        return new PostId(number(postId, "postId"));
    }

    private static UnitId unit(@Nullable Long id, String field) {
        return new UnitId(number(id, field));
    }

    private static List<UnitId> units(@Nullable List<Long> ids, String field) {
        return required(ids, field).stream().map(id -> unit(id, field)).toList();
    }

    private static long number(@Nullable Long id, String field) {
        new Problem.Fields().reject(required(id, field) <= 0, field, "UNKNOWN").done();
        return id;
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw Problem.field(field, "REQUIRED");
        }
        return value;
    }
}
