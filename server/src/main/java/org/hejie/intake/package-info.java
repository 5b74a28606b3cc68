/**
 * 八线登记: what comes in by the eight lines, kept as it came and registered as matters once; spreadsheets of
 * many; the residents' door.
 */
@ApplicationModule(
        displayName = "八线登记 Intake",
        allowedDependencies = {"shared", "calendar", "place", "org", "party", "document", "document :: sheet", "notify", "matter",
            "matter :: category", "matter :: procedure", "matter :: twin"})
@NullMarked
package org.hejie.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
