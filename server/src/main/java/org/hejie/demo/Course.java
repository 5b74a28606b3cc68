package org.hejie.demo;

import java.time.LocalDate;
import java.util.List;
import org.hejie.calendar.Limit;
import org.hejie.matter.Act;
import org.hejie.matter.Evaluation;
import org.hejie.matter.ResultKind;
import org.hejie.org.Actor;
import org.hejie.org.Role;
import org.hejie.org.UnitId;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;

/** The steps that most matters take, from the dispatch to the archive, with what goes wrong now and then. */
final class Course {

    private static final double LATE = 0.05;
    private static final Actor SIGNING_JOB = Actor.system("auto-sign", List.of());
    private static final Actor RESIDENT = Actor.resident(1);

    private final World world;
    private final Script script;
    private final Dice dice;
    private final Kind kind;
    private final List<UnitId> helpers;

    /** What the procedure of the matter knows. */
    enum Kind {
        DISPUTE, CONSULTATION, PETITION, SUPERIOR, HAZARD;

        boolean suspends() {
            return this != CONSULTATION && this != HAZARD;
        }

        boolean evaluated() {
            return this != HAZARD;
        }
    }

    /**
     * Who handles it and how.
     *
     * @param limit       key of the limit; null: the usual of the level
     * @param fewestHours working hours from signing to answering, when in time
     */
    record Handling(Actor dispatcher, UnitId lead, Actor handler, Actor checker, @Nullable String limit, double fewestHours,
            double mostHours) {
    }

    Course(World world, Script script, Dice dice, Kind kind) {
        this(world, script, dice, kind, List.of());
    }

    /** @param helpers units that take part beside the one that leads */
    Course(World world, Script script, Dice dice, Kind kind, List<UnitId> helpers) {
        this.world = world;
        this.script = script;
        this.dice = dice;
        this.kind = kind;
        this.helpers = helpers;
    }

    /** An alarm that is no police matter: called within the hour, then handled as all others. */
    void alarm(Handling by, ResultKind result) {
        dispatch(by, 0.2, 2.5);
        signAlarm(by);
        conclude(by, result);
    }

    /** Dispatched, now and then returned once or twice, signed, handled and concluded. */
    void whole(Handling by, ResultKind result) {
        dispatch(by, 0.2, 2.5);
        if (dice.chance(0.05)) {
            bounce(by, dice.chance(0.12));
        }
        sign(by);
        detours(by);
        conclude(by, result);
    }

    void dispatch(Handling by, double leastHours, double mostHours) {
        script.after(leastHours, mostHours, by.dispatcher(), to(by));
    }

    /** Signed for, and the party called the same day, as a note tells. */
    void sign(Handling by) {
        if (dice.chance(0.01)) {
            script.after(16, 20, SIGNING_JOB, new Act.AutoSign());
        } else {
            script.after(0.2, dice.chance(0.03) ? 16 : 3, by.handler(), new Act.Sign(null));
        }
        script.after(0.1, 3, by.handler(), new Act.Note(say("note")));
    }

    /** An alarm: signed for and called within the hour. */
    void signAlarm(Handling by) {
        script.soon(20, by.handler(), new Act.Sign(null)).soon(dice.chance(0.03) ? 120 : 35, by.handler(), new Act.Note(say("note")));
    }

    /** For what lasts long an extension or a suspension. */
    private void detours(Handling by) {
        if (by.mostHours() > 30 && dice.chance(0.06)) {
            script.after(1, 8, by.handler(), new Act.RequestExtension(Limit.parse(dice.chance(0.5) ? "5wd" : "3wd"), null, say("extend")));
            script.after(0.5, 5, director(), new Act.DecideExtension(dice.chance(0.9), say("granted")));
        }
        if (by.mostHours() > 30 && kind.suspends() && dice.chance(0.03)) {
            LocalDate review = Times.dateOf(script.now()).plusDays(dice.between(20, 40));
            script.after(1, 10, by.handler(), () -> new Act.Suspend(kind == Kind.PETITION ? "HEARING" : "APPRAISAL",
                    review, say("suspend"), List.of(world.papers().text("suspension-evidence"))));
            script.after(40, 120, by.handler(), new Act.Resume(say("resume")));
        }
    }

    private void bounce(Handling by, boolean twice) {
        script.after(0.5, 6, by.handler(), returned());
        script.after(0.3, 3, by.dispatcher(), to(by));
        if (twice) {
            script.after(0.5, 6, by.handler(), returned());
            script.after(1, 7, director(), new Act.Adjudicate(by.lead(), List.of(), say("adjudicate")));
        }
    }

    /** Answered, checked by another, visited, evaluated, archived. */
    void conclude(Handling by, ResultKind result) {
        double stretch = dice.chance(LATE) ? 1.2 + dice.fraction() : 1;
        answer(by, result, stretch == 1 ? by.fewestHours() : by.mostHours() * 1.05, by.mostHours() * stretch);
        if (dice.chance(0.02)) {
            script.after(0.5, 6, by.checker(), new Act.Check(false, say("failed")));
            answer(by, result, 1, 6);
        }
        script.after(0.3, 6, by.checker(), new Act.Check(true, say("passed")));
        follow(by, result, 0);
    }

    private void follow(Handling by, ResultKind result, int before) {
        boolean early = kind.evaluated() && dice.chance(0.1);
        if (early) {
            evaluate(by);
        }
        boolean relapse = before == 0 && dice.chance(0.012);
        script.after(14, dice.chance(0.04) ? 55 : 34, dice.chance(0.7) ? by.handler() : by.checker(),
                new Act.Visit(relapse, say(relapse ? "relapse" : "visit")));
        if (relapse) {
            reopen(by, result, "RELAPSE", before);
            return;
        }
        if (kind.evaluated() && !early && dice.chance(0.55) && !evaluate(by) && before == 0 && dice.chance(0.3)) {
            reopen(by, result, "DISSATISFIED", before);
            return;
        }
        script.after(20, 45, by.handler(), new Act.Archive());
    }

    /** @return whether he is content */
    private boolean evaluate(Handling by) {
        double said = dice.fraction();
        if (said < 0.03) {
            script.after(1, 10, RESIDENT, new Act.Evaluate(Evaluation.DISSATISFIED,
                    List.of(dice.pick(List.of("SLOW", "NOT_SOLVED", "NOT_TOLD", "ATTITUDE"))), say("dissatisfied")));
            return false;
        }
        boolean fairly = said < 0.17;
        script.after(1, 10, RESIDENT, fairly
                ? new Act.Evaluate(Evaluation.FAIRLY, List.of(dice.pick(List.of("SLOW", "NOT_TOLD"))), say("fairly"))
                : new Act.Evaluate(Evaluation.SATISFIED, List.of(), dice.chance(0.3) ? say("satisfied") : null));
        return true;
    }

    private void reopen(Handling by, ResultKind result, String reason, int before) {
        Actor dispatcher = world.roster().any(Role.DISPATCHER, world.ground().countyCenter(), dice);
        script.after(1, 5, dispatcher, new Act.Reopen(reason, say("reopen")));
        script.after(0.5, 3, dispatcher, to(by));
        script.after(0.3, 4, by.handler(), new Act.Sign(null));
        ResultKind again = result.success() || result == ResultKind.NOT_AGREED ? ResultKind.SETTLED : result;
        answer(by, again, by.fewestHours(), by.mostHours());
        script.after(0.3, 6, by.checker(), new Act.Check(true, say("passed")));
        follow(by, again, before + 1);
    }

    void answer(Handling by, ResultKind result, double leastHours, double mostHours) {
        script.after(leastHours, mostHours, by.handler(), () -> answer(result));
    }

    Act answer(ResultKind result) {
        boolean resolved = result.success() || result == ResultKind.RECTIFIED || result == ResultKind.EXPLAINED
                || result == ResultKind.ADMINISTRATIVE_HANDLING;
        String sentence = result == ResultKind.PERFORMED_ON_SPOT ? "AGREEMENT_ORAL" : result.name();
        return new Act.SubmitResult(result, resolved, null, say(sentence), switch (result) {
            case RECTIFIED -> List.of(world.papers().photo("fixed-photo"));
            case PERFORMED_ON_SPOT -> List.of(world.papers().text("performance-voucher"));
            case AGREEMENT_WRITTEN, AGREEMENT_ORAL, SETTLED, GUIDED_TO_LITIGATION, GUIDED_TO_ARBITRATION,
                    GUIDED_TO_RECONSIDERATION, GUIDED_TO_RULING, NOT_AGREED, ADMINISTRATIVE_HANDLING, EXPLAINED,
                    UNREACHABLE -> List.of();
        });
    }

    Act.Return returned() {
        return new Act.Return(dice.chance(0.5) ? "COMPETENCE" : "PLACE", say("return"), List.of());
    }

    Act.Dispatch to(Handling by) {
        return new Act.Dispatch(by.lead(), helpers, null, by.limit(), say("dispatch"));
    }

    private Actor director() {
        return world.roster().any(Role.CENTER_DIRECTOR, world.ground().countyCenter(), dice);
    }

    private String say(String kindOfSentence) {
        return world.texts().any(kindOfSentence, dice);
    }
}
