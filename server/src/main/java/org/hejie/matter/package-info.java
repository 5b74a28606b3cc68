/**
 * 事项: one trouble from acceptance to archive; its procedure, status, steps, clocks and timeline.
 */
@ApplicationModule(
        displayName = "事项",
        allowedDependencies = {"shared", "calendar", "place", "org", "party", "document", "audit", "notify", "rules"})
@NullMarked
package org.hejie.matter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
