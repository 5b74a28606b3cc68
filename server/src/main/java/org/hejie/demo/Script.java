package org.hejie.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hejie.calendar.WorkCalendar;
import org.hejie.matter.Act;
import org.hejie.matter.PastMatters.PastAct;
import org.hejie.org.Actor;

/** One history as it is being told: where its time stands and what has been done. What lies after the end is not told. */
final class Script {

    private static final int SECONDS_AN_HOUR = 3600;

    private final WorkCalendar calendar;
    private final Instant end;
    private final Dice dice;
    private final List<PastAct> acts = new ArrayList<>(12);
    private Instant now;
    private boolean over;

    Script(WorkCalendar calendar, Instant start, Instant end, Dice dice) {
        this.calendar = calendar;
        this.now = start;
        this.end = end;
        this.dice = dice;
    }

    /** After so much working time, drawn between the two, somebody does it. */
    Script after(double leastHours, double mostHours, Actor by, Act act) {
        return after(leastHours, mostHours, by, () -> act);
    }

    /** At this time, or at once if it is past. */
    Script at(Instant time, Actor by, Act act) {
        return at(time, by, () -> act);
    }

    private Script at(Instant time, Actor by, Supplier<Act> act) {
        now = time.isBefore(now) ? now : time;
        over |= !now.isBefore(end);
        if (!over) {
            acts.add(new PastAct(act.get(), by, now));
        }
        return this;
    }

    /** As {@link #after(double, double, Actor, Act)}; the act is made only if it is told. */
    Script after(double leastHours, double mostHours, Actor by, Supplier<Act> act) {
        double hours = leastHours + (mostHours - leastHours) * dice.fraction();
        return at(calendar.addWorking(now, Duration.ofSeconds((long) (hours * SECONDS_AN_HOUR))), by, act);
    }

    /** A little later, whatever the hour. */
    Script soon(int mostMinutes, Actor by, Act act) {
        return soon(mostMinutes, by, () -> act);
    }

    /** As {@link #soon(int, Actor, Act)}; the act is made only if it is told. */
    Script soon(int mostMinutes, Actor by, Supplier<Act> act) {
        return at(now.plusSeconds(dice.between(1, mostMinutes * 60)), by, act);
    }

    Instant now() {
        return now;
    }

    /** Whether the end is reached: whatever is told now is not kept. */
    boolean over() {
        return over;
    }

    List<PastAct> acts() {
        return acts;
    }
}
