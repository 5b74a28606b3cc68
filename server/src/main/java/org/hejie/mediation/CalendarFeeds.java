package org.hejie.mediation;

import java.util.Optional;

/** A mediator's calendar for other programs (RFC 5545), by a secret address. */
public interface CalendarFeeds {

    /** Makes a new secret for the current actor; the one before ends. Only its hash is kept. */
    String renew();

    /** The calendar of that secret; empty if unknown. It names codes and rooms, nobody. */
    Optional<String> calendar(String secret);
}
