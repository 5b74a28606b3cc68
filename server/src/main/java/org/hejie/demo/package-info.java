/**
 * 演示: the demo county, generated from a fixed seed through the real engine. Works in the profile {@code demo} alone.
 * What it contains and what is assumed: {@code docs/demo.md}.
 */
@ApplicationModule(
        displayName = "演示 Demo",
        allowedDependencies = {
            "shared", "calendar", "place", "org", "party", "document", "audit", "matter", "matter::category",
            "matter::procedure", "matter::supervision", "intake", "followup", "joint", "mediation", "referral", "wage",
            "subsidy", "seal"})
@NullMarked
package org.hejie.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
