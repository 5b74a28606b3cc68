package org.hejie.matter.supervision.internal;

/** The rules of supervision cannot be meant as they are written; the server does not start with them. */
final class InvalidRules extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidRules(String at, String message) {
        super("rules/supervision.yaml, " + at + ": " + message);
    }
}
