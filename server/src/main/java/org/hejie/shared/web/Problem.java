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

    /**
     * One field at fault: where it is ({@code parties[0].name}) and a stable code for why.
     *
     * @param max the most characters it takes, when it had more and the page can say so
     */
    public record FieldError(String path, String code, @Nullable Integer max) {

        public FieldError(String path, String code) {
            this(path, code, null);
        }

        /** The same complaint about the field as another request names it. */
        public FieldError at(String otherPath) {
            return new FieldError(otherPath, code, max);
        }
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

        /** Rejects a text of more than so many characters, and says how many it may have. */
        public Fields rejectLonger(@Nullable String text, String path, int longest) {
            if (text != null && text.length() > longest) {
                found.add(new FieldError(path, "LENGTH", longest));
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
