package org.hejie.matter.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.DayKind;
import org.hejie.calendar.Schedule;
import org.hejie.rules.NewestInForce;
import org.hejie.rules.RuleBook;
import org.hejie.rules.RuleDifference.Kind;
import org.hejie.rules.RuleDifference;
import org.hejie.rules.RuleFinding;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleSet;
import org.hejie.rules.RulesInForce;
import org.hejie.rules.RulesTookEffect;
import org.hejie.rules.Trial;
import org.hejie.rules.TrialRow;
import org.hejie.shared.Times;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Working hours as one rule set: all schedules in one table. It lies with matters for the reason {@link HolidayBook} does. */
@Component
class HoursBook implements RuleBook {

    private static final RuleSet SET = new RuleSet(RuleKind.HOURS, "hours");
    /** A workday shorter or longer than this is asked about, in minutes. Ours. */
    private static final int SHORT_DAY = 4 * 60;
    private static final int LONG_DAY = 12 * 60;
    private static final int WHOLE_DAY = 24 * 60;

    private final Calendars calendars;
    private final DeadlineTrial trial;
    private final RulesInForce inForce;
    private final Clock clock;

    HoursBook(Calendars calendars, DeadlineTrial trial, RulesInForce inForce, Clock clock) {
        this.calendars = calendars;
        this.trial = trial;
        this.inForce = inForce;
        this.clock = clock;
    }

    @Override
    public RuleKind kind() {
        return RuleKind.HOURS;
    }

    @Override
    public List<Shipped> shipped() {
        return List.of(new Shipped(SET, 1, "工作时间", "Working hours", HoursTable.write(calendars.schedules())));
    }

    @Override
    public List<RuleFinding> check(RuleSet set, String text) {
        var read = HoursTable.read(text);
        List<RuleFinding> found = new ArrayList<>(read.findings());
        if (found.isEmpty()) {
            calendars.schedules().stream().map(schedule -> schedule.id().value()).filter(id -> !read.schedules().containsKey(id))
                    .forEach(gone -> found.add(RuleFinding.error("REMOVED", gone, "不能删去：单位和未结时限仍在使用",
                            "It cannot be removed: units and open deadlines go by it")));
            read.schedules().values().forEach(schedule -> advise(schedule, found));
        }
        return found;
    }

    private void advise(Schedule schedule, List<RuleFinding> found) {
        var known = calendars.schedules().stream().filter(one -> one.id().equals(schedule.id())).findFirst().map(Schedule::hours)
                .orElse(List.of());
        LocalDate today = Times.dateOf(clock.instant());
        for (var hours : schedule.hours()) {
            if (known.contains(hours)) {
                continue;
            }
            String place = schedule.id().value() + " " + hours.from();
            int open = hours.on(DayKind.WORKDAY).stream().mapToInt(span -> span.closesMinute() - span.opensMinute()).sum();
            if (open < SHORT_DAY || open > LONG_DAY && open < WHOLE_DAY) {
                found.add(RuleFinding.warning("UNUSUAL_DAY", place, "工作日办公 " + open / 60.0 + " 小时，请核对",
                        "A workday of " + open / 60.0 + " hours: please check"));
            }
            if (hours.from().isBefore(today)) {
                found.add(RuleFinding.warning("PAST", place, "从过去的一天起算，已经过去的时间也会重新计算",
                        "It begins on a day gone by: time that has run is reckoned again too"));
            }
        }
    }

    @Override
    public List<RuleDifference> differences(RuleSet set, String before, String after) {
        var old = words(before);
        var now = words(after);
        List<RuleDifference> found = new ArrayList<>();
        now.forEach((place, words) -> {
            if (!words.equals(old.get(place))) {
                found.add(new RuleDifference(old.containsKey(place) ? Kind.CHANGED : Kind.ADDED, place, old.get(place), words));
            }
        });
        old.forEach((place, words) -> {
            if (!now.containsKey(place)) {
                found.add(new RuleDifference(Kind.REMOVED, place, words, null));
            }
        });
        return found;
    }

    /** Of each schedule and first day, its hours in words. */
    private static Map<String, String> words(String text) {
        Map<String, String> words = new TreeMap<>();
        HoursTable.read(text).schedules().values().forEach(schedule -> schedule.hours().forEach(hours ->
                words.put(schedule.id().value() + " " + hours.from(), schedule.name() + " " + new TreeMap<>(hours.spans()).entrySet().stream()
                        .map(day -> day.getKey() + " " + day.getValue().stream()
                                .map(span -> time(span.opensMinute()) + "–" + time(span.closesMinute())).collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("; ")))));
        return words;
    }

    private static String time(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    @Override
    public boolean triable() {
        return true;
    }

    @Override
    public Trial trial(RuleSet set, String before, String draft, int matters, Consumer<TrialRow> rows) {
        var schedules = HoursTable.read(draft).schedules();
        return trial.run(calendar -> calendar.under(schedules.getOrDefault(calendar.schedule().id().value(), calendar.schedule())), matters, rows);
    }

    @ApplicationModuleListener
    void on(RulesTookEffect told) {
        if (told.kind() == RuleKind.HOURS) {
            takeEffect();
        }
    }

    /** Puts the hours in; deadlines still open are then reckoned again by them, with a notice. Safe to run twice. */
    void takeEffect() {
        NewestInForce.of(inForce, SET, clock.instant()).map(version -> HoursTable.read(version.text()))
                .filter(read -> read.findings().isEmpty())
                .ifPresent(read -> read.schedules().values().forEach(calendars::keep));
    }
}
