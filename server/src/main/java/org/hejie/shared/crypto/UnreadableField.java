package org.hejie.shared.crypto;

/** An encrypted field cannot be read. Names the place and the reason, never the content. */
public final class UnreadableField extends RuntimeException {

    UnreadableField(FieldPlace place, String why) {
        super(place + " " + why);
    }
}
