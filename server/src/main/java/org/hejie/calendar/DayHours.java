package org.hejie.calendar;

import java.util.List;

/** One day's hours open, in nanoseconds of the day, so that any instant falls exactly. */
final class DayHours {

    private static final long MINUTE = 60_000_000_000L;

    private final long[] opens;
    private final long[] closes;
    private final long total;

    DayHours(List<TimeSpan> spans) {
        opens = spans.stream().mapToLong(span -> span.opensMinute() * MINUTE).toArray();
        closes = spans.stream().mapToLong(span -> span.closesMinute() * MINUTE).toArray();
        total = openBefore(24 * 60 * MINUTE);
    }

    /** Nanoseconds open on the whole day. */
    long total() {
        return total;
    }

    /** The close of business as nanosecond of the day; 24:00 on a day without hours. */
    long close() {
        return closes.length == 0 ? 24 * 60 * MINUTE : closes[closes.length - 1];
    }

    /** Nanoseconds open before this nanosecond of the day. */
    long openBefore(long nanoOfDay) {
        long open = 0;
        for (int i = 0; i < opens.length && opens[i] < nanoOfDay; i++) {
            open += Math.min(nanoOfDay, closes[i]) - opens[i];
        }
        return open;
    }

    /** The first nanosecond of the day by which so much was open; {@code open} is above 0. */
    long earliest(long open) {
        long left = open;
        for (int i = 0; i < opens.length; i++) {
            long span = closes[i] - opens[i];
            if (left <= span) {
                return opens[i] + left;
            }
            left -= span;
        }
        throw new IllegalArgumentException("more than the day is open");
    }

    /** The last nanosecond of the day before which only so much was open; below the day's total. */
    long latest(long open) {
        long left = open;
        for (int i = 0; i < opens.length; i++) {
            long span = closes[i] - opens[i];
            if (left < span) {
                return opens[i] + left;
            }
            left -= span;
        }
        throw new IllegalArgumentException("no time is open after this");
    }
}
