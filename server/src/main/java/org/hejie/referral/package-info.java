/**
 * 四调对接: what court, police, petition bureau and procuratorate send to the centre and get back, and what the centre sends
 * to them; the lawsuits the court pushes. Source: domain.md §5.4.
 */
@ApplicationModule(
        displayName = "四调对接 Referral",
        allowedDependencies = {"shared", "calendar", "place", "org", "party", "document", "document :: sheet", "matter",
            "intake", "mediation", "wage", "dossier", "notify"})
@NullMarked
package org.hejie.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
