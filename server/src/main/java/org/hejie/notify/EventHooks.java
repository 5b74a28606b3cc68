package org.hejie.notify;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.org.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of other organisations' systems that get events: CloudEvents 1.0 as JSON, signed by Standard Webhooks, one after the
 * other in the order written ({@code docs/adr/0093}). An event is a {@link NewMessage} whose destination is the address's name, whose
 * subject is the event's id, and whose content is the CloudEvent.
 *
 * <p>All but {@link #of} throws FORBIDDEN unless a system or security administrator, and NOT_FOUND for a name without an address.
 */
public interface EventHooks {

    /**
     * Sets an address, with a secret of its own.
     *
     * @return the secret, {@code whsec_} and base64, shown this once
     * @throws org.hejie.shared.web.Problem INVALID_FIELDS as {@link Endpoints#set}
     */
    String open(Actor by, String name, URI address);

    /** Sends to another address from now on, what waits too; the secret stays. @throws org.hejie.shared.web.Problem as {@link #open} */
    void move(Actor by, String name, URI address);

    /** A new secret; the one before signs beside it for a day. @return the new one, shown this once */
    String rotate(Actor by, String name);

    /** Sends nothing until {@link #resume}; what is written waits. */
    void pause(Actor by, String name);

    /** Sends again. */
    void resume(Actor by, String name);

    /** Ends the address; what waits is set aside. */
    void end(Actor by, String name);

    /**
     * Sends one event at once, past all that wait, once.
     *
     * @return the code of the failure; empty when it was taken
     */
    Optional<String> test(Actor by, String name, String eventId, String content);

    /** How addresses stand, by their names; those that ended are missing. */
    Map<String, EventHook> of(List<String> names);

    /** What went wrong last, newest first, up to 20. */
    List<FailedEvent> failures(Actor by, String name);

    /** Sends what was given up again, and what waits behind it. @return how many were given up */
    int resend(Actor by, String name);

    /**
     * Leaves one that was given up unsent for good; what waits behind it goes on.
     *
     * @param reason why, up to 200 characters
     * @throws org.hejie.shared.web.Problem WRONG_STATE unless it was given up; INVALID_FIELDS without a reason
     */
    void setAside(Actor by, String name, long id, @Nullable String reason);
}
