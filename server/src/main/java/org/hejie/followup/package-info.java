/** 回访: plans of follow-up visits, visits made, and the reopening that a bad answer brings. */
@ApplicationModule(
        displayName = "回访 Follow-up",
        allowedDependencies = {"shared", "calendar", "org", "matter", "matter::procedure", "dossier", "mediation"})
@NullMarked
package org.hejie.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
