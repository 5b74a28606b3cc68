package org.hejie.notify;

import java.util.List;

/**
 * A message for another system. It names nobody: numbers, codes and times only.
 *
 * @param destination name of an {@link Endpoint}, such as {@code line-12345}
 * @param lane        what is told in order, such as the matter's number; up to 100 characters
 * @param subject     code of the matter, for people who look after delivery; the event's id where {@link EventHooks} sends it; up to 40
 * @param content     JSON, up to 8,000 characters
 * @param visibleTo   scope keys that may see it
 */
public record NewMessage(String destination, String lane, String subject, String content, List<Long> visibleTo) {

    /** Keeps a copy of the keys. */
    public NewMessage {
        visibleTo = List.copyOf(visibleTo);
        if (visibleTo.isEmpty()) {
            throw new IllegalArgumentException("a message that nobody may see could not be delivered");
        }
    }
}
