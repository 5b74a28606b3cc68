package org.hejie.mediation;

import java.time.Instant;
import java.util.List;

/** A function room (功能室) and when it is taken; by whom is not said. */
public record RoomRow(int id, String name, String nameEn, String kind, int capacity, boolean twoDoors, boolean recorder, boolean open,
        List<Booking> bookings) {

    /** From, inclusive, to, exclusive. */
    public record Booking(Instant startsAt, Instant endsAt) {
    }

    /** Keeps a copy. */
    public RoomRow {
        bookings = List.copyOf(bookings);
    }
}
