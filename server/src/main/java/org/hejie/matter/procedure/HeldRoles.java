package org.hejie.matter.procedure;

import java.util.Set;

/** The roles a post may hold, and the two actors that hold no post. */
final class HeldRoles {

    static final Set<String> NAMES = Set.of(
            "WINDOW", "DISPATCHER", "GRID_WORKER", "MEDIATOR", "COURT_POST", "PROCURATOR_POST", "POLICE_POST",
            "JUSTICE_BUREAU", "PETITION_BUREAU", "LABOUR_BUREAU", "UNIT_CLERK", "DUTY_LEADER", "CENTER_DIRECTOR",
            "COMMITTEE", "TOWN_DIRECTOR", "TOWN_CLERK", "VILLAGE_CLERK", "SYSTEM_ADMIN", "SECURITY_ADMIN",
            "AUDIT_ADMIN", "RESIDENT", "SYSTEM");

    private HeldRoles() {}
}
