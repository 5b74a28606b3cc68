package org.hejie.partner;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.hejie.referral.NewsType;
import org.hejie.referral.PartnerSystem;
import org.jspecify.annotations.Nullable;

/**
 * A partner's address to which events are pushed, and how that stands.
 *
 * @param types             of which it is told
 * @param pausedAt          since when it rests; null while events go out
 * @param formerSecretUntil until when the secret before this one signs as well; null when it does not
 * @param forwardedTo       number of the last event handed to delivery
 * @param last              number of the partner's latest event
 * @param waiting           events handed to delivery that have not arrived
 * @param held              whether delivery stands still behind an event that was given up
 * @param nextTryAt         when it is tried next; null when nothing waits or it stands still
 */
public record Subscription(long id, PartnerSystem partner, URI address, Set<NewsType> types, Instant addedAt, @Nullable Instant pausedAt,
        @Nullable Instant formerSecretUntil, long forwardedTo, long last, long waiting, boolean held, @Nullable Instant nextTryAt) {

    /** Keeps a copy of the types. */
    public Subscription {
        types = Set.copyOf(types);
    }
}
