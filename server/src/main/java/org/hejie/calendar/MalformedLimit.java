package org.hejie.calendar;

/** A text or amount is no limit; the message says what one looks like, never what was given. */
public class MalformedLimit extends IllegalArgumentException {

    MalformedLimit(String what) {
        super(what);
    }
}
