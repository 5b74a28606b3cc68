package org.hejie.document.internal;

/** The settings of files cannot work; says what is wrong and what the operator does about it, never a secret. */
final class UnusableStore extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String action;

    UnusableStore(String problem, String action) {
        super(problem);
        this.action = action;
    }

    String action() {
        return action;
    }
}
