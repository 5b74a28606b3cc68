package org.hejie.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.hejie.calendar.Limit;
import org.hejie.demo.Course.Handling;
import org.hejie.demo.Course.Kind;
import org.hejie.demo.OpenCase.Stage;
import org.hejie.matter.Act;
import org.hejie.matter.PastMatters.PastMatter;
import org.hejie.matter.ResultKind;
import org.hejie.org.Actor;
import org.hejie.org.Role;
import org.hejie.shared.Times;

/** Tells the matters that wait for somebody: up to the step they wait for, at times that make them due as they should be. */
final class OpenTelling {

    private static final Map<String, Limit> LIMITS = Map.of("grid", Limit.parse("1cd"), "village", Limit.parse("2cd"),
            "town", Limit.parse("2cd"), "county-simple", Limit.parse("7wd"), "county-general", Limit.parse("15wd"),
            "mediation", Limit.parse("30cd"));
    private static final int LONGEST_AGO = 80;
    private static final int VISIT_DAYS = 7;

    private final World world;
    private final Telling telling;
    private final LocalDate today;

    OpenTelling(World world, Telling telling) {
        this.world = world;
        this.telling = telling;
        this.today = Times.dateOf(world.end());
    }

    PastMatter tell(OpenCase open, int number) {
        Dice dice = Dice.of(world.seed(), -number);
        LocalDate day = began(open);
        Instant at = time(day, 9, dice);
        var script = new Script(world.calendar(), at, world.end(), dice);
        var course = new Course(world, script, dice, open.kind());
        Actor registrar = telling.registrar(open.stream(), open.spot(), dice);
        door(open, script, dice);
        if (!endsAtTheDoor(open, script, dice)) {
            script.at(time(day, open.stage() == Stage.TO_SIGN ? 16 : 10, dice), open.by().dispatcher(), course.to(open.by()));
            steps(open, script, course, day, dice);
        }
        var spec = new Spec(number, 0, day, open.stream(), open.category());
        return new PastMatter(telling.registration(spec, open.kind(), open.spot(), dice), at, registrar, script.acts());
    }

    private void door(OpenCase open, Script script, Dice dice) {
        Actor dispatcher = world.roster().named("dispatcher");
        switch (open.kind()) {
            case DISPUTE, CONSULTATION, HAZARD -> script.soon(40, open.stream() == Stream.WINDOW
                    ? world.roster().any(Role.WINDOW, world.ground().countyCenter(), dice) : open.by().dispatcher(), new Act.Accept(null));
            case PETITION -> {
                if (open.stage() != Stage.TO_DISPATCH) {
                    script.soon(40, open.by().dispatcher(), new Act.Accept(null));
                }
            }
            case SUPERIOR -> {
                script.soon(30, dispatcher, () -> new Act.AddMaterial(List.of(world.papers().text("assignment-letter")), null));
                script.soon(20, dispatcher, new Act.Accept(null));
            }
        }
    }

    /** What waits for the dispatcher or ends there is not dispatched. */
    private boolean endsAtTheDoor(OpenCase open, Script script, Dice dice) {
        Actor dispatcher = world.roster().named("dispatcher");
        return switch (open.stage()) {
            case TO_DISPATCH -> true;
            case DECLINED -> told(script, dispatcher, new Act.Decline("ALREADY_DECIDED", say("decline", dice)));
            case GUIDED -> told(script, dispatcher, new Act.Guide("STATUTORY_DUTY", say("guide", dice)));
            case HANDED_ELSEWHERE -> told(script, dispatcher, new Act.TransferOut(say("destination", dice), say("transferout", dice)));
            case WITHDRAWN -> told(script, dispatcher, new Act.Withdraw(say("withdraw", dice)));
            case RETURNED, ADJUDICATION, TO_SIGN, IN_HAND, DUE_TODAY, OVERDUE, SUSPENDED, EXTENSION, TO_CHECK, TO_VISIT, REOPENED -> false;
        };
    }

    private static boolean told(Script script, Actor by, Act act) {
        script.soon(120, by, act);
        return true;
    }

    private void steps(OpenCase open, Script script, Course course, LocalDate day, Dice dice) {
        Handling by = open.by();
        switch (open.stage()) {
            case TO_DISPATCH, TO_SIGN, DECLINED, GUIDED, HANDED_ELSEWHERE, WITHDRAWN -> { }
            case RETURNED -> script.soon(90, by.handler(), course.returned());
            case ADJUDICATION -> script.soon(60, by.handler(), course.returned())
                    .soon(60, by.dispatcher(), course.to(by)).soon(60, by.handler(), course.returned());
            case IN_HAND, DUE_TODAY, OVERDUE -> handled(by, script, dice);
            case SUSPENDED -> {
                handled(by, script, dice);
                script.at(time(day, 16, dice), by.handler(), suspended(open.kind(), dice));
            }
            case EXTENSION -> {
                handled(by, script, dice);
                script.at(time(day, 17, dice), by.handler(),
                        new Act.RequestExtension(Limit.parse("5wd"), null, say("extend", dice)));
            }
            case TO_CHECK -> {
                handled(by, script, dice);
                script.soon(120, by.handler(), () -> course.answer(result(open.kind())));
            }
            case TO_VISIT -> closed(open, script, course, dice);
            case REOPENED -> {
                closed(open, script, course, dice);
                script.at(time(today.minusDays(1), 15, dice), world.roster().named("dispatcher"), new Act.Reopen("NEW_FACT", say("reopen", dice)));
            }
        }
    }

    private void closed(OpenCase open, Script script, Course course, Dice dice) {
        handled(open.by(), script, dice);
        script.soon(60, open.by().handler(), () -> course.answer(result(open.kind())));
        script.soon(60, open.by().checker(), new Act.Check(true, say("passed", dice)));
    }

    private void handled(Handling by, Script script, Dice dice) {
        script.soon(90, by.handler(), new Act.Sign(null)).soon(60, by.handler(), new Act.Note(say("note", dice)));
    }

    private Act suspended(Kind kind, Dice dice) {
        return new Act.Suspend(kind == Kind.PETITION ? "HEARING" : "APPRAISAL", today.plusDays(14), say("suspend", dice),
                List.of(world.papers().text("suspension-evidence")));
    }

    private static ResultKind result(Kind kind) {
        return switch (kind) {
            case DISPUTE, SUPERIOR -> ResultKind.AGREEMENT_ORAL;
            case CONSULTATION -> ResultKind.ADMINISTRATIVE_HANDLING;
            case PETITION -> ResultKind.SETTLED;
            case HAZARD -> ResultKind.RECTIFIED;
        };
    }

    /** The day on which it came, so that what it waits for is due when it should be. */
    private LocalDate began(OpenCase open) {
        Limit limit = LIMITS.get(open.by().limit());
        return switch (open.stage()) {
            case TO_DISPATCH, TO_SIGN, RETURNED, ADJUDICATION, TO_CHECK, DECLINED, GUIDED, HANDED_ELSEWHERE, WITHDRAWN -> today.minusDays(1);
            case IN_HAND, SUSPENDED, EXTENSION -> today.minusDays(open.by().limit().startsWith("county") ? 3 : 1);
            case TO_VISIT, REOPENED -> today.minusDays(VISIT_DAYS);
            case DUE_TODAY -> latestDueBy(limit, today);
            case OVERDUE -> latestDueBy(limit, today.minusDays(2));
        };
    }

    /** The latest day such that what is dispatched then is due on the given day or before. */
    private LocalDate latestDueBy(Limit limit, LocalDate due) {
        for (int ago = 1; ago < LONGEST_AGO; ago++) {
            LocalDate day = today.minusDays(ago);
            Instant dispatched = day.atTime(10, 30).atZone(Times.ZONE).toInstant();
            if (!Times.dateOf(world.calendar().due(dispatched, limit).dueAt()).isAfter(due)) {
                return day;
            }
        }
        return today.minusDays(LONGEST_AGO);
    }

    private String say(String kind, Dice dice) {
        return world.texts().any(kind, dice);
    }

    private static Instant time(LocalDate day, int hour, Dice dice) {
        return day.atTime(LocalTime.of(hour, dice.between(0, 50), dice.between(0, 59))).atZone(Times.ZONE).toInstant();
    }
}
