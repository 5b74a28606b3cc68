package org.hejie.matter.internal;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.HolidayYear;
import org.hejie.calendar.InvalidHolidayYear;
import org.hejie.calendar.WorkCalendar;
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
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holiday years as rules: one set a year, those known and the next. It lies with matters because only they know which deadlines
 * would move. A year that is not announced yet has no paper and no holiday, and such a text never takes effect.
 */
@Component
class HolidayBook implements RuleBook {

    private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final Calendars calendars;
    private final DeadlineTrial trial;
    private final RulesInForce inForce;
    private final Clock clock;
    private @Nullable Known known;

    HolidayBook(Calendars calendars, DeadlineTrial trial, RulesInForce inForce, Clock clock) {
        this.calendars = calendars;
        this.trial = trial;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** A year not announced yet, as it is written. */
    private record Unannounced(int year, List<String> papers, List<String> holidays, List<String> makeUpDays) {}

    @Override
    public RuleKind kind() {
        return RuleKind.CALENDAR;
    }

    /** The sets of the years up to one. */
    private record Known(int next, List<Shipped> shipped) {}

    /** The years known and the next: with a new year the one after it comes, while the server runs. */
    @Override
    public synchronized List<Shipped> shipped() {
        int next = Times.dateOf(clock.instant()).getYear() + 1;
        if (known == null || known.next() != next) {
            Map<Integer, String> texts = new TreeMap<>();
            texts.put(next, json.writeValueAsString(new Unannounced(next, List.of(), List.of(), List.of())));
            calendars.county().years().forEach(year -> texts.put(year.year(), json.writeValueAsString(year)));
            var shipped = texts.entrySet().stream().map(text -> new Shipped(new RuleSet(RuleKind.CALENDAR, text.getKey().toString()), 1,
                    text.getKey() + " 年节假日和调休", "Holidays and make-up days of " + text.getKey(), text.getValue())).toList();
            known = new Known(next, shipped);
        }
        return known.shipped();
    }

    @Override
    public List<RuleFinding> check(RuleSet set, String text) {
        HolidayYear year;
        try {
            year = json.readValue(text, HolidayYear.class);
        } catch (JacksonException unreadable) {
            return List.of(fault(unreadable));
        }
        if (!String.valueOf(year.year()).equals(set.name())) {
            return List.of(RuleFinding.error("OTHER_YEAR", "year", "年份应为 " + set.name(), "The year must be " + set.name()));
        }
        List<RuleFinding> found = new ArrayList<>();
        // not an error: the paper of 2020-01-27 named Monday 2020-02-03 as worked, after it had prolonged the holiday
        for (var worked : year.makeUpDays()) {
            var weekday = worked.on().getDayOfWeek();
            if (weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY) {
                found.add(RuleFinding.warning("MAKE_UP_ON_WORKDAY", worked.on().toString(), "调休上班日不是周末：" + worked.on(),
                        "The make-up day is no weekend day: " + worked.on()));
            }
        }
        return found;
    }

    private static RuleFinding fault(JacksonException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidHolidayYear invalid) {
                var day = invalid.day() == null ? "" : invalid.day().toString();
                return RuleFinding.error(invalid.fault().name(), day, zh(invalid.fault()) + day, en(invalid.fault()) + " " + day);
            }
        }
        var at = unreadable.getLocation();
        var finding = RuleFinding.error("MALFORMED", "", "文件格式不对", "The file is malformed");
        return at == null || at.getLineNr() < 1 ? finding : finding.atLine(at.getLineNr());
    }

    private static String zh(InvalidHolidayYear.Fault fault) {
        return switch (fault) {
            case OFF_AND_WORKED -> "既放假又上班：";
            case NAMED_TWICE -> "同一天写了两次：";
            case OUTSIDE_YEAR -> "不在这一年内：";
            case ENDS_BEFORE_BEGIN -> "假期先结束后开始：";
            case TOO_LONG -> "假期超过一个月：";
            case BAD_NAME -> "名称为空或过长：";
            case BAD_YEAR -> "年份不对";
            case NO_PAPER -> "国务院尚未公布，或没有写通知的地址";
            case NO_HOLIDAY -> "没有任何假期";
        };
    }

    private static String en(InvalidHolidayYear.Fault fault) {
        return switch (fault) {
            case OFF_AND_WORKED -> "Both off and worked:";
            case NAMED_TWICE -> "Named twice:";
            case OUTSIDE_YEAR -> "Outside the year:";
            case ENDS_BEFORE_BEGIN -> "The holiday ends before it begins:";
            case TOO_LONG -> "The holiday is longer than a month:";
            case BAD_NAME -> "The name is empty or too long:";
            case BAD_YEAR -> "No such year";
            case NO_PAPER -> "Not announced yet by the State Council, or its paper is not named";
            case NO_HOLIDAY -> "There is no holiday at all";
        };
    }

    @Override
    public List<RuleDifference> differences(RuleSet set, String before, String after) {
        var old = days(before);
        var now = days(after);
        List<RuleDifference> found = new ArrayList<>();
        now.forEach((day, words) -> {
            if (!old.containsKey(day)) {
                found.add(new RuleDifference(Kind.ADDED, day.toString(), null, words));
            } else if (!old.get(day).equals(words)) {
                found.add(new RuleDifference(Kind.CHANGED, day.toString(), old.get(day), words));
            }
        });
        old.forEach((day, words) -> {
            if (!now.containsKey(day)) {
                found.add(new RuleDifference(Kind.REMOVED, day.toString(), words, null));
            }
        });
        return found;
    }

    private Map<LocalDate, String> days(String text) {
        Map<LocalDate, String> days = new TreeMap<>();
        try {
            var year = json.readValue(text, HolidayYear.class);
            year.holidays().forEach(holiday -> holiday.days().forEach(day -> days.put(day, "休 " + holiday.name())));
            year.makeUpDays().forEach(worked -> days.put(worked.on(), "班 " + worked.name()));
        } catch (JacksonException unannounced) {
            return days;
        }
        return days;
    }

    @Override
    public boolean triable() {
        return true;
    }

    @Override
    public Trial trial(RuleSet set, String before, String draft, int matters, Consumer<TrialRow> rows) {
        var year = json.readValue(draft, HolidayYear.class);
        return trial.run(calendar -> with(calendar, year), matters, rows);
    }

    private static WorkCalendar with(WorkCalendar calendar, HolidayYear year) {
        List<HolidayYear> years = new ArrayList<>(calendar.years());
        years.removeIf(known -> known.year() == year.year());
        years.add(year);
        return WorkCalendar.of(years, calendar.schedule(), calendar.version());
    }

    @ApplicationModuleListener
    void on(RulesTookEffect told) {
        if (told.kind() == RuleKind.CALENDAR) {
            takeEffect(told.name());
        }
    }

    /** Puts the year in; deadlines still open are then reckoned again by it, with a notice. Safe to run twice. */
    void takeEffect(String year) {
        NewestInForce.of(inForce, new RuleSet(RuleKind.CALENDAR, year), clock.instant())
                .filter(version -> check(version.set(), version.text()).stream().noneMatch(RuleFinding::isError))
                .ifPresent(version -> calendars.announce(json.readValue(version.text(), HolidayYear.class)));
    }
}
