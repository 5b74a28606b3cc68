/**
 * 分流: suggests unit, procedure, limit and risk check from the decision tables of
 * {@code rules/routing.dmn}, with the reason. A suggestion only: the dispatcher decides.
 */
@ApplicationModule(
        displayName = "分流 Routing",
        allowedDependencies = {
            "shared", "calendar", "place", "org", "matter", "matter::procedure", "matter::category", "rules"})
@NullMarked
package org.hejie.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
