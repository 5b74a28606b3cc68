package org.hejie.matter.procedure;

import java.util.regex.Pattern;

/**
 * The name of a procedure, such as {@code dispute}; also the name of its file.
 *
 * @param value lower-case words joined by hyphens, at most 40 characters
 */
public record ProcedureId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z]+(-[a-z]+)*");

    /** @throws IllegalArgumentException when the value is not of that form */
    public ProcedureId {
        if (value.length() > 40 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a procedure's id is lower-case words joined by hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
