package org.hejie.notify;

import java.net.URI;
import java.util.Optional;
import org.hejie.org.Actor;

/** The addresses to which messages are delivered. */
public interface Endpoints {

    /** The address in force, if there is one. */
    Optional<Endpoint> find(String name);

    /**
     * Sets the address from now on; what waits goes there too.
     *
     * @return the secret with which our signature is checked (HMAC-SHA-256), shown this once
     * @throws org.hejie.shared.web.Problem FORBIDDEN unless a system administrator; INVALID_FIELDS with
     *     {@code SCHEME}, {@code MALFORMED}, {@code UNKNOWN_HOST} or {@code INSIDE} for an address that points inside
     */
    String set(Actor by, String name, URI address);

    /**
     * How text messages go out, if they do; without the secret.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN unless a system administrator
     */
    Optional<SmsSettings> sms(Actor by);

    /**
     * Sets the gateway for text messages from now on.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN unless a system administrator; INVALID_FIELDS as {@link #set} and of
     *     {@link SmsSettings#check}
     */
    void setSms(Actor by, SmsSettings settings);

    /**
     * Ends the address: what is written from now on is kept to be fetched, what waits becomes a dead letter.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN unless a system administrator
     */
    void end(Actor by, String name);
}
