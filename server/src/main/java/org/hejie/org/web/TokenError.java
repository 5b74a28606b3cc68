package org.hejie.org.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The errors of the token's door (RFC 6749, 5.2). Their words are English: the standard allows no other signs than ASCII. */
enum TokenError {

    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "A parameter is missing, given twice, or stands in the address; or two ways of proof were used at once"),
    INVALID_CLIENT(HttpStatus.UNAUTHORIZED, "No such client, a wrong secret, or a client that was revoked or has expired"),
    INVALID_SCOPE(HttpStatus.BAD_REQUEST, "The client does not have a scope that was asked for"),
    UNSUPPORTED_GRANT_TYPE(HttpStatus.BAD_REQUEST, "Only client_credentials is known here"),
    /** Not one of the standard's: it has none for this. The status says it (RFC 6585, 4). */
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many tries; wait as long as Retry-After says");

    private final HttpStatus status;
    private final String description;

    TokenError(HttpStatus status, String description) {
        this.status = status;
        this.description = description;
    }

    HttpStatus status() {
        return status;
    }

    String description() {
        return description;
    }

    /** As it is sent. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
