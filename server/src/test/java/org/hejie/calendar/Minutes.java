package org.hejie.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;

/**
 * The naive oracle: one bit for every minute of 2020 to 2026, set when open, walked minute by
 * minute. Reads days by its own simple rules and shares no arithmetic with the calendar.
 */
final class Minutes {

    static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private static final Instant ORIGIN = FIRST.atStartOfDay().toInstant(ZoneOffset.ofHours(8));
    private static final int COUNT =
            (int) Duration.ofDays(LAST.toEpochDay() - FIRST.toEpochDay() + 1).toMinutes();

    private final Map<LocalDate, Boolean> off = new HashMap<>();
    private final BitSet open = new BitSet(COUNT);

    /** @param hours whether a minute is open, by what kind of day it falls on */
    Minutes(BiPredicate<DayKind, LocalTime> hours) {
        for (var year : BundledYears.all()) {
            year.holidays().forEach(h -> h.from().datesUntil(h.to().plusDays(1)).forEach(day -> off.put(day, true)));
            year.makeUpDays().forEach(makeUp -> off.put(makeUp.on(), false));
        }
        for (int minute = 0; minute < COUNT; minute++) {
            var local = at(minute).atOffset(ZoneOffset.ofHours(8));
            open.set(minute, hours.test(kind(local.toLocalDate()), local.toLocalTime()));
        }
    }

    static Minutes ofCountyHours() {
        return new Minutes((kind, time) -> kind == DayKind.WORKDAY && inOfficeHours(time));
    }

    static boolean inOfficeHours(LocalTime time) {
        int minute = time.getHour() * 60 + time.getMinute();
        return (minute >= 510 && minute < 720) || (minute >= 870 && minute < 1080);
    }

    DayKind kind(LocalDate day) {
        if (off.containsKey(day)) {
            return off.get(day) ? DayKind.HOLIDAY : DayKind.WORKDAY;
        }
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> DayKind.SATURDAY;
            case SUNDAY -> DayKind.SUNDAY;
            default -> DayKind.WORKDAY;
        };
    }

    /** A minute at least {@code margin} days from either end. */
    Instant someMinute(RandomGenerator random, int margin) {
        return at(random.nextInt(margin * 1440, COUNT - margin * 1440));
    }

    Instant add(Instant start, int minutes) {
        int at = index(start);
        for (int left = minutes; left > 0; at++) {
            left -= open.get(at) ? 1 : 0;
        }
        return at(at);
    }

    Instant subtract(Instant end, int minutes) {
        int at = index(end);
        for (int left = minutes; left > 0; at--) {
            left -= open.get(at - 1) ? 1 : 0;
        }
        return at(at);
    }

    int between(Instant from, Instant to) {
        int count = 0;
        for (int at = index(from); at < index(to); at++) {
            count += open.get(at) ? 1 : 0;
        }
        return count;
    }

    boolean isOpen(Instant minute) {
        return open.get(index(minute));
    }

    private static Instant at(int minute) {
        return ORIGIN.plusSeconds(60L * minute);
    }

    private static int index(Instant minute) {
        return (int) ((minute.getEpochSecond() - ORIGIN.getEpochSecond()) / 60);
    }
}
