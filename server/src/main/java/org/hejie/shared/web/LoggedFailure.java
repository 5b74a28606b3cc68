package org.hejie.shared.web;

/**
 * What the log may hold of an unexpected failure: the types and where they arose. Messages are left out,
 * because a database quotes the row it refused.
 */
final class LoggedFailure extends RuntimeException {

    LoggedFailure(Throwable cause) {
        super(cause.getClass().getName(), cause.getCause() == null ? null : new LoggedFailure(cause.getCause()), false, true);
        setStackTrace(cause.getStackTrace());
    }
}
