package org.hejie.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands.
 *
 * @param id          its number, the receiver's key against doubles
 * @param subject     code of the matter
 * @param attempts    how often it was sent in vain since it was written or resent
 * @param failure     stable code of the last failure, such as {@code TIMEOUT} or {@code HTTP_503}; null if none
 * @param deliveredAt when the receiver took it; null if it has not
 * @param receipt     the receiver's own number for it; null if it gave none
 * @param handedAt    when a kept one was handed over; null if it was not
 * @param handedBy    staff number of who did
 */
public record WrittenMessage(long id, String destination, String subject, String content, MessageState state, int attempts,
        @Nullable String failure, Instant writtenAt, @Nullable Instant deliveredAt, @Nullable String receipt,
        @Nullable Instant handedAt, @Nullable Long handedBy) {
}
