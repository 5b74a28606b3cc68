package org.hejie.demo;

import org.hejie.demo.Ground.Spot;
import org.hejie.org.Actor;
import org.hejie.org.Role;
import org.hejie.org.UnitId;

/** Finds those who act at a place. */
record People(World world, Spot spot, Dice dice) {

    Actor gridWorker() {
        return any(Role.GRID_WORKER, spot.gridUnit());
    }

    Actor villageClerk() {
        return any(Role.VILLAGE_CLERK, spot.village());
    }

    Actor townClerk() {
        return any(Role.TOWN_CLERK, spot.center());
    }

    Actor townDirector() {
        return any(Role.TOWN_DIRECTOR, spot.center());
    }

    Actor townMediator() {
        return any(Role.MEDIATOR, spot.center());
    }

    Actor mediator() {
        return atCenter(Role.MEDIATOR);
    }

    Actor atCenter(Role role) {
        return any(role, world.ground().countyCenter());
    }

    /** Somebody of a department or agency, by its code. */
    Actor of(String unit) {
        return any(roleAt(unit), world.ground().unit(unit));
    }

    /** What those of a department or agency do. */
    static Role roleAt(String unit) {
        return switch (unit) {
            case "committee" -> Role.COMMITTEE;
            case "court" -> Role.COURT_POST;
            case "procuratorate" -> Role.PROCURATOR_POST;
            case "police" -> Role.POLICE_POST;
            case "justice" -> Role.JUSTICE_BUREAU;
            case "petition" -> Role.PETITION_BUREAU;
            case "labour" -> Role.LABOUR_BUREAU;
            case "women" -> Role.WOMEN_FEDERATION;
            default -> Role.UNIT_CLERK;
        };
    }

    private Actor any(Role role, UnitId unit) {
        return world.roster().any(role, unit, dice);
    }
}
