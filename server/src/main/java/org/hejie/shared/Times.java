package org.hejie.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The zone of the county's dates, and the form in which instants go to the database. */
public final class Times {

    /** Asia/Shanghai: the zone of every date, of working hours and of printed times. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Times() {
    }

    /** The same instant as the PostgreSQL driver can bind it (it cannot bind {@link Instant}); null stays null. */
    public static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * A time told from outside as finely as the server's own clock, a millisecond: PostgreSQL would round what is finer
     * than it keeps, and a hash taken before would not fit the row any more. Null stays null.
     */
    public static @Nullable Instant kept(@Nullable Instant told) {
        return told == null ? null : told.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The instant of a value read from a {@code timestamptz}; null stays null. */
    public static @Nullable Instant instant(@Nullable OffsetDateTime value) {
        return value == null ? null : value.toInstant();
    }

    /** The date in Asia/Shanghai on which the instant lies. */
    public static LocalDate dateOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
