package org.hejie.org.internal;

import org.hejie.org.NewPost;
import org.hejie.org.Role;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out whose key a post gives. */
@Component
class PostScopes {

    private final Units units;

    PostScopes(Units units) {
        this.units = units;
    }

    /**
     * The unit whose key the post gives; null for an administrator.
     *
     * @throws Problem INVALID_FIELDS if the role cannot be granted or the scope asked for has nothing to do with the unit
     */
    @Nullable UnitId scopeOf(NewPost post) {
        new Problem.Fields()
                .reject(post.role() == Role.LINE_CLIENT, "role", "NOT_FOR_STAFF")
                .reject(units.find(post.unit()).isEmpty(), "unitId", "UNKNOWN")
                .reject(post.scopeUnit() != null && post.role().isAdministrator(), "scopeUnitId", "ADMINISTRATOR")
                .reject(post.scopeUnit() != null && units.find(post.scopeUnit()).isEmpty(), "scopeUnitId", "UNKNOWN")
                .reject(post.from() != null && post.to() != null && !post.to().isAfter(post.from()), "to", "BEFORE_FROM")
                .done();
        if (post.role().isAdministrator()) {
            return null;
        }
        UnitId usual = usual(post.role(), units.get(post.unit()));
        if (post.scopeUnit() == null) {
            return usual;
        }
        new Problem.Fields().reject(!units.isWithin(post.scopeUnit(), usual), "scopeUnitId", "TOO_WIDE").done();
        return post.scopeUnit();
    }

    private UnitId usual(Role role, Unit unit) {
        return worksForTheCounty(unit) && needsTheCounty(role) ? units.county().id() : unit.id();
    }

    private static boolean worksForTheCounty(Unit unit) {
        return switch (unit.kind()) {
            case COUNTY, COUNTY_CENTER, COMMITTEE -> true;
            case TOWN_CENTER, VILLAGE, GRID, DEPARTMENT, STATIONED_AGENCY -> false;
        };
    }

    private static boolean needsTheCounty(Role role) {
        return switch (role) {
            case WINDOW, DISPATCHER, DUTY_LEADER, CENTER_DIRECTOR, COMMITTEE -> true;
            case GRID_WORKER, MEDIATOR, COURT_POST, PROCURATOR_POST, POLICE_POST, JUSTICE_BUREAU, PETITION_BUREAU,
                    LABOUR_BUREAU, UNIT_CLERK, TOWN_DIRECTOR, TOWN_CLERK, VILLAGE_CLERK, WOMEN_FEDERATION, SYSTEM_ADMIN,
                    SECURITY_ADMIN, AUDIT_ADMIN, LINE_CLIENT -> false;
        };
    }
}
