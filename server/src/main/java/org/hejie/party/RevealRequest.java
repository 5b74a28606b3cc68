package org.hejie.party;

import java.util.Set;
import org.hejie.shared.audit.AuditActor;
import org.jspecify.annotations.Nullable;

/**
 * A wish to see one party's full identity.
 *
 * @param party   whose
 * @param reason  why
 * @param purpose in words; must be said for some reasons, up to 200 characters
 * @param actor   who asks; only staff may
 * @param roles   names of the roles the actor holds now
 */
public record RevealRequest(PartyId party, RevealReason reason, @Nullable String purpose, AuditActor actor, Set<String> roles) {

    /** Copies the roles. */
    public RevealRequest {
        roles = Set.copyOf(roles);
    }
}
