package org.hejie.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that has not arrived, without its content.
 *
 * @param id       number of the message
 * @param eventId  as the receiver knows it
 * @param state    WAITING: tried again; DEAD: given up; SET_ASIDE: not to be sent
 * @param attempts how often it was tried
 * @param failure  code of the last failure, such as {@code TIMEOUT} or {@code HTTP_503}
 * @param triedAt  when it was tried last
 */
public record FailedEvent(long id, String eventId, MessageState state, int attempts, String failure, @Nullable Instant triedAt) {
}
