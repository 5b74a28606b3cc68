package org.hejie.party;

/** A typed value that cannot be kept at all. Carries why, never the value. */
public final class RefusedValue extends IllegalArgumentException {

    /** Why it cannot be kept; the names are the stable codes of the API. */
    public enum Code {
        /** Nothing but blanks. */
        BLANK,
        /** Longer than the field. */
        TOO_LONG,
        /** A masked value ({@code 王**}) sent back: it would overwrite the real one. */
        MASKED,
        /** A phone without digits. */
        NO_DIGITS
    }

    private final transient Code code;

    RefusedValue(Code code) {
        super("value refused: " + code);
        this.code = code;
    }

    /** Why. */
    public Code code() {
        return code;
    }
}
