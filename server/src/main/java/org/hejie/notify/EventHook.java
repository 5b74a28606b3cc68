package org.hejie.notify;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an address for events stands.
 *
 * @param pausedAt    since when it rests; null while events go out
 * @param formerUntil until when the secret before this one signs as well; null when it does not
 * @param waiting     events written and not yet delivered, the one given up among them
 * @param held        whether delivery stands still behind an event that was given up
 * @param nextTryAt   when it is tried next; null when nothing waits or it stands still
 */
public record EventHook(URI address, Instant setAt, @Nullable Instant pausedAt, @Nullable Instant formerUntil, long waiting, boolean held,
        @Nullable Instant nextTryAt) {
}
