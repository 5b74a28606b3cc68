package org.hejie.partner;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hejie.notify.FailedEvent;
import org.hejie.org.Actor;
import org.hejie.referral.NewsType;
import org.jspecify.annotations.Nullable;

/**
 * Where the partners are told. All of it throws FORBIDDEN unless a system or security administrator, and NOT_FOUND for a subscription
 * that is not there or has ended.
 */
public interface Subscriptions {

    /** Those in force, by partner. */
    List<Subscription> list(Actor by);

    /**
     * Adds one.
     *
     * @throws org.hejie.shared.web.Problem INVALID_FIELDS naming {@code address}: {@code SCHEME}, {@code MALFORMED},
     *         {@code UNKNOWN_HOST}, {@code INSIDE}; RULE_REFUSED {@code PARTNER_TOO_MANY}
     */
    Added add(Actor by, NewSubscription subscription);

    /** @param secret with which the signatures are checked, {@code whsec_} and base64; shown this once */
    record Added(long id, String secret) {

        @Override
        public String toString() {
            return "Added[id=" + id + "]";
        }
    }

    /** Another address or other types from now on. @throws org.hejie.shared.web.Problem as {@link #add} */
    void change(Actor by, long id, URI address, Set<NewsType> types);

    /** A new secret; the one before signs beside it for a day. @return shown this once */
    String rotateSecret(Actor by, long id);

    /** Sends nothing until {@link #resume}; what happens waits. */
    void pause(Actor by, long id);

    /** Sends again. */
    void resume(Actor by, long id);

    /** Ends it; what waits is set aside. */
    void end(Actor by, long id);

    /** Sends an event of type {@code org.hejie.partner.test}, once. @return the code of the failure; empty when it was taken */
    Optional<String> test(Actor by, long id);

    /** What went wrong last, newest first. */
    List<FailedEvent> failures(Actor by, long id);

    /** Sends what was given up again, and what waits behind it. @return how many were given up */
    int resend(Actor by, long id);

    /** Leaves one that was given up unsent. @throws org.hejie.shared.web.Problem as {@link org.hejie.notify.EventHooks#setAside} */
    void setAside(Actor by, long id, long message, @Nullable String reason);

    /**
     * Sends everything from a number on once more, after what waits, under the same event ids.
     *
     * @throws org.hejie.shared.web.Problem INVALID_FIELDS {@code from} unless 1 to the number after the last one handed over
     */
    void replay(Actor by, long id, long from);
}
