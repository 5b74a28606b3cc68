package org.hejie.shared.web;

import org.springframework.http.HttpStatus;

/**
 * Every kind of error the API answers with (RFC 9457). The name is the stable {@code code}; title and detail
 * stand in {@code i18n/problems} under it, in Chinese and English.
 */
public enum ProblemType {

    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST),
    INVALID_FIELDS(HttpStatus.BAD_REQUEST),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    WRONG_STATE(HttpStatus.CONFLICT),
    ALREADY_EXISTS(HttpStatus.CONFLICT),
    STALE(HttpStatus.PRECONDITION_FAILED),
    PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    RULE_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR),
    DATABASE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    /** Two acts waited for each other; one was undone for the other to go on. */
    BUSY(HttpStatus.SERVICE_UNAVAILABLE),
    FILES_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),

    COUNTY_SIGN_IN(HttpStatus.UNAUTHORIZED),
    PASSKEY(HttpStatus.UNAUTHORIZED),
    INVALID_CREDENTIALS(HttpStatus.UNAUTHORIZED),
    TOTP_REQUIRED(HttpStatus.UNAUTHORIZED),
    LOCKED_OUT(HttpStatus.LOCKED),
    OUTSIDE_NUMBER_CONFLICT(HttpStatus.CONFLICT),
    REVEAL_LIMIT_REACHED(HttpStatus.TOO_MANY_REQUESTS);

    private final HttpStatus status;

    ProblemType(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }
}
