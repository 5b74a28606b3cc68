package org.hejie.routing.internal;

/** A table says something the evaluator of our own has no room for; Apache KIE is asked instead. */
final class NotPlain extends RuntimeException {

    NotPlain(String what) {
        super(what);
    }
}
