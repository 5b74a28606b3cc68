/**
 * 以案定补: what a mediator is paid for a mediation that was agreed, performed and archived: claim, points of the dossier,
 * two decisions, public list with objections, payment batch. Source: domain.md §2.9.
 */
@ApplicationModule(
        displayName = "以案定补 Subsidy",
        allowedDependencies = {"shared", "calendar", "org", "document", "document :: sheet", "matter", "matter :: category",
                "matter :: procedure", "mediation", "dossier"})
@NullMarked
package org.hejie.subsidy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
