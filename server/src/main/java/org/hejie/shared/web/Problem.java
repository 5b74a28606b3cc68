package org.hejie.shared.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error for the caller: its type, the fields at fault, and when to try again. It never holds the value
 * that was refused, nor anything about a person.
 */
public final class Problem extends RuntimeException {

    /** One field at fault: where it is ({@code parties[0].name}) and a stable code for why. */
    public record FieldError(String path, String code) {
    }

    /** Reason of a token that does not allow it; told in the header as well (RFC 6750, 3.1). */
    public static final String TOKEN_SCOPE = "TOKEN_SCOPE";

    private final ProblemType type;
    private final transient List<FieldError> errors;
    private final @Nullable String reasonCode;
    private final @Nullable Duration retryAfter;

    private Problem(ProblemType type, @Nullable String reasonCode, List<FieldError> errors, @Nullable Duration retryAfter) {
        super(reasonCode == null ? type.name() : type.name() + ": " + reasonCode);
        this.type = type;
        this.reasonCode = reasonCode;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    public static Problem of(ProblemType type) {
        return new Problem(type, null, List.of(), null);
    }

    /** With a finer reason, a stable code whose text stands in {@code i18n/problems} as {@code TYPE.REASON}. */
    public static Problem of(ProblemType type, String reasonCode) {
        return new Problem(type, reasonCode, List.of(), null);
    }

    /** With a finer reason that also tells which field is at fault. */
    public static Problem of(ProblemType type, String reasonCode, String path) {
        return new Problem(type, reasonCode, List.of(new FieldError(path, reasonCode)), null);
    }

    /** A rule that names the fields it misses. */
    public static Problem of(ProblemType type, String reasonCode, List<FieldError> errors) {
        return new Problem(type, reasonCode, errors, null);
    }

    /** A field that cannot be taken; the whole request is refused. */
    public static Problem field(String path, String code) {
        return new Problem(ProblemType.INVALID_FIELDS, null, List.of(new FieldError(path, code)), null);
    }

    public static Problem fields(List<FieldError> errors) {
        return new Problem(ProblemType.INVALID_FIELDS, null, errors, null);
    }

    /** Too often or locked for now: the caller may try again after the span. */
    public static Problem retryAfter(ProblemType type, Duration span) {
        return new Problem(type, null, List.of(), span);
    }

    public ProblemType type() {
        return type;
    }

    public @Nullable String reasonCode() {
        return reasonCode;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Gathers field errors, so that one answer names them all. */
    public static final class Fields {

        private final List<FieldError> found = new ArrayList<>();

        public Fields reject(boolean wrong, String path, String code) {
            if (wrong) {
                found.add(new FieldError(path, code));
            }
            return this;
        }

        /** @throws Problem naming every field rejected so far, if any */
        public void done() {
            if (!found.isEmpty()) {
                throw fields(found);
            }
        }
    }
}
