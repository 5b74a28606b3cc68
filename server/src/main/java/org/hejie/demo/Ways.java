package org.hejie.demo;

import java.util.List;
import org.hejie.demo.Course.Handling;
import org.hejie.demo.Course.Kind;
import org.hejie.demo.Ground.Spot;
import org.hejie.matter.Act;
import org.hejie.matter.ResultKind;
import org.hejie.org.Actor;
import org.hejie.org.Role;
import org.hejie.org.UnitId;

/** How what comes by each line is dealt with after it was registered. Shares are assumed; docs/demo.md lists them. */
final class Ways {

    private final World world;
    private final Script script;
    private final Dice dice;
    private final Spot spot;
    private final People people;
    private final Course course;
    private final boolean neverMediate;

    /** @param helpers units that take part beside the one that leads */
    Ways(World world, Script script, Dice dice, Spot spot, Kind kind, boolean neverMediate, List<UnitId> helpers) {
        this.world = world;
        this.script = script;
        this.dice = dice;
        this.spot = spot;
        this.people = new People(world, spot, dice);
        this.course = new Course(world, script, dice, kind, helpers);
        this.neverMediate = neverMediate;
    }

    /** Sent by court or petition bureau: mediated at the centre or in the town within thirty days. */
    void delegated(double success) {
        script.soon(25, dispatcher(), new Act.Accept(null));
        if (endsAtTheDoor(0.01)) {
            return;
        }
        boolean center = dice.chance(0.55);
        course.whole(new Handling(dispatcher(), center ? center() : spot.center(), center ? people.mediator() : people.townMediator(),
                dispatcher(), "mediation", 14, 105), result(success));
    }

    /** An alarm that is no police matter: 99 % succeed. */
    void alarm() {
        script.soon(25, dispatcher(), new Act.Accept(null));
        double where = dice.fraction();
        ResultKind result = result(0.99);
        if (where < 0.3) {
            course.alarm(new Handling(dispatcher(), spot.village(), people.villageClerk(), dispatcher(), null, 1, 8), result);
        } else if (where < 0.85) {
            course.alarm(new Handling(dispatcher(), spot.center(), dice.chance(0.6) ? people.townMediator() : people.townClerk(),
                    people.townDirector(), null, 1, 8), result);
        } else {
            course.alarm(new Handling(dispatcher(), center(), people.mediator(), dispatcher(), "county-simple", 1, 8), result);
        }
    }

    /** A petition, shown the statutory route or answered by the competent unit. */
    void petition(boolean guided, String department, boolean succeeds) {
        Actor bureau = people.of("petition");
        script.after(1, 12, bureau, new Act.Accept(null));
        if (guided) {
            script.after(1, 8, bureau, new Act.Guide("LITIGATION", say("guide")));
            return;
        }
        course.whole(new Handling(bureau, world.ground().unit(department), people.of(department), dispatcher(), null, 20, 95),
                succeeds ? ResultKind.SETTLED : ResultKind.EXPLAINED);
    }

    /** A question or complaint: answered by the department. */
    void consultation(boolean guided, String department) {
        if (guided) {
            script.after(0.2, 2, dispatcher(), new Act.Accept(null));
            script.after(0.5, 4, dispatcher(), new Act.Guide("LITIGATION", say("guide")));
            return;
        }
        script.soon(25, dispatcher(), new Act.Accept(null));
        if (endsAtTheDoor(0.04)) {
            return;
        }
        double said = dice.fraction();
        course.whole(new Handling(dispatcher(), world.ground().unit(department), people.of(department), dispatcher(),
                "county-simple", 5, 30),
                said < 0.58 ? ResultKind.EXPLAINED : said < 0.97 ? ResultKind.ADMINISTRATIVE_HANDLING : ResultKind.UNREACHABLE);
    }

    /** Assigned from above: with its letter, answered by a department, checked by a leader. */
    void assignment(String department) {
        Actor dispatcher = dispatcher();
        script.after(0.2, 1, dispatcher, () -> new Act.AddMaterial(List.of(world.papers().text("assignment-letter")), null));
        script.after(0.2, 2, dispatcher, new Act.Accept(null));
        course.whole(new Handling(dispatcher, world.ground().unit(department), people.of(department),
                people.atCenter(Role.DUTY_LEADER), "county-simple", 8, 40),
                dice.chance(0.7) ? ResultKind.AGREEMENT_ORAL : ResultKind.ADMINISTRATIVE_HANDLING);
    }

    /** Brought to the centre or reported on line: to the centre's mediators, the town or a department. */
    void brought(boolean guided, String department) {
        script.soon(15, people.atCenter(Role.WINDOW), new Act.Accept(null));
        if (guided) {
            script.after(0.5, 4, dispatcher(), new Act.Guide(dice.chance(0.7) ? "LITIGATION" : "RECONSIDERATION", say("guide")));
            return;
        }
        if (endsAtTheDoor(0.05)) {
            return;
        }
        double where = dice.fraction();
        if (where < 0.4) {
            course.whole(new Handling(dispatcher(), center(), people.mediator(), dispatcher(), "county-general", 7, 55), result(0.9));
        } else if (where < 0.75) {
            course.whole(new Handling(dispatcher(), spot.center(), people.townClerk(), people.townDirector(), null, 1, 11), result(0.92));
        } else {
            course.whole(new Handling(dispatcher(), world.ground().unit(department), people.of(department), dispatcher(),
                    "county-general", 10, 55), dice.chance(0.5) ? ResultKind.ADMINISTRATIVE_HANDLING : ResultKind.SETTLED);
        }
    }

    /** Found by the grid worker: solved on the lowest level of the ladder that can; source: 四级七天. */
    void ladder(boolean hazard) {
        ResultKind result = hazard ? ResultKind.RECTIFIED : gridResult();
        Actor worker = people.gridWorker();
        Handling grid = new Handling(worker, spot.gridUnit(), worker, people.townDirector(), null, 0.5, 6);
        double level = dice.fraction();
        if (!hazard && level > 0.94 && endsAtTheDoor(0.12)) {
            return;
        }
        if (level > 0.88) {
            script.soon(30, people.townDirector(), new Act.Accept(null));
            Handling town = new Handling(people.townDirector(), spot.village(), people.villageClerk(), people.townDirector(), null, 1, 8);
            course.whole(town, result);
            return;
        }
        script.soon(30, worker, course.to(grid));
        if (level < 0.5) {
            course.conclude(grid, result);
            return;
        }
        course.sign(grid);
        if (level < 0.7) {
            course.conclude(grid, result);
            return;
        }
        script.after(3, 7, worker, up());
        climb(level, hazard, result);
    }

    private void climb(double level, boolean hazard, ResultKind result) {
        Handling village = new Handling(dispatcher(), spot.village(), people.villageClerk(), people.townDirector(), null, 1, 8);
        course.sign(village);
        if (level < 0.82) {
            course.conclude(village, result);
            return;
        }
        script.after(4, 13, village.handler(), up());
        Handling town = new Handling(dispatcher(), spot.center(), hazard ? people.townClerk() : people.townMediator(),
                people.townDirector(), null, 1, 8);
        course.sign(town);
        if (level < 0.87 || hazard) {
            course.conclude(town, result);
            return;
        }
        script.after(4, 13, town.handler(), up());
        Handling county = new Handling(dispatcher(), center(), people.mediator(), dispatcher(), null, 7, 55);
        course.sign(county);
        course.conclude(county, result);
    }

    /** Declined, guided, withdrawn or handed elsewhere before anybody handles it. */
    private boolean endsAtTheDoor(double share) {
        if (!dice.chance(share)) {
            return false;
        }
        double how = dice.fraction();
        if (how < 0.3) {
            script.after(0.3, 4, dispatcher(), new Act.Decline("ALREADY_DECIDED", say("decline")));
        } else if (how < 0.6) {
            script.after(0.3, 4, dispatcher(), new Act.Guide("STATUTORY_DUTY", say("guide")));
        } else if (how < 0.85) {
            script.after(0.3, 6, people.atCenter(Role.WINDOW), new Act.Withdraw(say("withdraw")));
        } else {
            script.after(0.3, 6, dispatcher(), new Act.TransferOut(say("destination"), say("transferout")));
        }
        return true;
    }

    private ResultKind result(double success) {
        if (neverMediate) {
            return ResultKind.ADMINISTRATIVE_HANDLING;
        }
        if (!dice.chance(success)) {
            return dice.chance(0.9) ? ResultKind.NOT_AGREED : ResultKind.GUIDED_TO_LITIGATION;
        }
        double how = dice.fraction();
        return how < 0.68 ? ResultKind.AGREEMENT_ORAL : how < 0.98 ? ResultKind.SETTLED : ResultKind.PERFORMED_ON_SPOT;
    }

    private ResultKind gridResult() {
        if (neverMediate) {
            return ResultKind.ADMINISTRATIVE_HANDLING;
        }
        double how = dice.fraction();
        return how < 0.15 ? ResultKind.EXPLAINED : how < 0.16 ? ResultKind.UNREACHABLE : result(0.96);
    }

    private Act up() {
        return new Act.Escalate("LEVEL_LIMIT", say("escalate"));
    }

    private Actor dispatcher() {
        return people.atCenter(Role.DISPATCHER);
    }

    private UnitId center() {
        return world.ground().countyCenter();
    }

    private String say(String kind) {
        return world.texts().any(kind, dice);
    }
}
