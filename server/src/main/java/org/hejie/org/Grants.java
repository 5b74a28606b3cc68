package org.hejie.org;

import java.util.Optional;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * Two administrators for whatever opens cases to somebody (三员分立, GB/T 22239-2019, 8.1.4, to be verified): the system
 * administrator asks, the security administrator approves, the audit administrator sees both. What is approved takes
 * effect in the same transaction.
 */
public interface Grants {

    /**
     * Asks, as system administrator; refused at once if approving it would be.
     *
     * @param reason 1 to 200 characters
     * @return number of the request
     * @throws org.hejie.shared.web.Problem FORBIDDEN, with reason {@code SELF_GRANT} for oneself; INVALID_FIELDS; NOT_FOUND;
     *         RULE_REFUSED with the rule
     */
    long ask(Actor by, GrantOrder order, String reason);

    /**
     * Approves, as security administrator, and lets it take effect.
     *
     * @param opinion up to 200 characters; null for none
     * @return the code to be handed to the person, for a password set anew; null otherwise
     * @throws org.hejie.shared.web.Problem FORBIDDEN, with reason {@code SELF_GRANT} if one gains by it or asked for it;
     *         NOT_FOUND; WRONG_STATE if it is not open; and whatever the order meets now
     */
    @Nullable String approve(Actor by, long request, @Nullable String opinion);

    /**
     * Refuses, as security administrator.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN; NOT_FOUND; WRONG_STATE if it is not open; INVALID_FIELDS without opinion
     */
    void refuse(Actor by, long request, String opinion);

    /**
     * Takes a request back, by who asked.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN; NOT_FOUND; WRONG_STATE if it is not open
     */
    void withdraw(Actor by, long request);

    /**
     * The token or the link that came of an approved request, handed out once, to who asked.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN; NOT_FOUND; WRONG_STATE if there is nothing to take or it was taken
     */
    String take(Actor by, long request);

    /** The request a post or a cover came of, by the number of that; empty for what was there before, or by the server. */
    Optional<GrantRequest> behind(long made);

    /**
     * Requests, newest first; for the three administrators.
     *
     * @param state null for all
     * @throws org.hejie.shared.web.Problem FORBIDDEN
     */
    Page<GrantRequest> list(Actor by, GrantRequest.@Nullable State state, @Nullable String cursor, int limit);
}
